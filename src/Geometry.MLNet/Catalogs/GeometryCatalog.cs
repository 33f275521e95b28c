using Microsoft.ML;

namespace Geometry.MLNet;

/// <summary>What Geometry.MLNet adds to ML.NET; reached as <c>ml.Geometry</c>.</summary>
public sealed class GeometryCatalog
{
    internal GeometryCatalog(MLContext mlContext)
    {
        ArgumentNullException.ThrowIfNull(mlContext);
        Networks = new NetworksCatalog(mlContext);
        Scores = new ScoresCatalog();
        Data = new GeometryDataCatalog(mlContext);
        Model = new ModelCatalog(mlContext);
    }

    /// <summary>Gets the networks, whose hidden layers become columns.</summary>
    public NetworksCatalog Networks { get; }

    /// <summary>Gets the scores of how a vector column represents a task.</summary>
    public ScoresCatalog Scores { get; }

    /// <summary>Gets the sources of data: tasks of known geometry, image data sets, tables.</summary>
    public GeometryDataCatalog Data { get; }

    /// <summary>Gets what keeps a trained model: files of its own, and formats that others read.</summary>
    public ModelCatalog Model { get; }
}
