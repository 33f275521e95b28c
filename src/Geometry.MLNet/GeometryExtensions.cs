using Geometry.MLNet;

namespace Microsoft.ML;

/// <summary>Adds representational geometry to an <see cref="MLContext"/>.</summary>
public static class GeometryExtensions
{
    extension(MLContext mlContext)
    {
        /// <summary>Gets the networks, scores and data of Geometry.MLNet.</summary>
        public GeometryCatalog Geometry => new(mlContext);
    }
}
