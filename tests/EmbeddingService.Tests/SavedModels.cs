using Geometry.MLNet;
using Geometry.Networks;
using Geometry.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace EmbeddingService.Tests;

/// <summary>Small trained pipelines, saved, with the rows that they were trained on.</summary>
public sealed class SavedModels : IDisposable
{
    public const int Width = 12;

    private readonly string _folder = Directory.CreateTempSubdirectory("geometry").FullName;

    public SavedModels()
    {
        Data = ML.Geometry.Data.FromTask(new UnstructuredBinaryTask { Dimensions = Width, Noise = 0.5 }, rows: 80, seed: 1);
        Rows = [.. Data.GetColumn<float[]>(Data.Schema["Features"])];
        (Binary, BinaryPath) = Save("binary", "Label");
        (Several, SeveralPath) = Save("several", "Condition");
    }

    public MLContext ML { get; } = new(seed: 1);

    /// <summary>Gets the rows of the task.</summary>
    public IDataView Data { get; }

    /// <summary>Gets the features of each row.</summary>
    public IReadOnlyList<float[]> Rows { get; }

    /// <summary>Gets a normaliser and a network with two classes.</summary>
    public ITransformer Binary { get; }

    public string BinaryPath { get; }

    /// <summary>Gets the same with a class for each condition.</summary>
    public ITransformer Several { get; }

    public string SeveralPath { get; }

    /// <summary>Gives a path in the folder.</summary>
    public string Path(string name) => System.IO.Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private (ITransformer Model, string Path) Save(string name, string label)
    {
        ITransformer model = ML.Transforms.NormalizeMeanVariance("Features")
            .Append(ML.Geometry.Networks.Mlp(label, "Features", new MlpOptions { HiddenWidths = [16, 8], Nonlinearity = Nonlinearity.Tanh, Epochs = 3 })).Fit(Data);
        string path = Path($"{name}.zip");
        ML.Geometry.Model.Save(model, Data.Schema, path);
        return (model, path);
    }
}
