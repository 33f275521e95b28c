using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.Onnx.Tests.Cases;

/// <summary>A row with labels of every form, all of them sides of the same noisy point.</summary>
internal sealed class TransformerRow
{
    public const int Width = 32;

    [VectorType(Width)]
    public float[] Features { get; init; } = [];

    [VectorType(2, 4, 4)]
    public float[] Image { get; init; } = [];

    public bool Flag { get; init; }

    [VectorType(2)]
    public bool[] Flags { get; init; } = [];

    public float Real { get; init; }

    [VectorType(2)]
    public float[] Reals { get; init; } = [];

    public string Kind { get; init; } = "";

    /// <summary>The rows, with the kind as a key too.</summary>
    public static IDataView View(MLContext ml)
    {
        IDataView view = ml.Data.LoadFromEnumerable(NonlinearityCases.Rows(40, Width, 1).Select(point => new TransformerRow
        {
            Features = point,
            Image = point,
            Flag = point[0] > 0,
            Flags = [point[0] > 0, point[1] > 0.5f],
            Real = point[0] * point[1],
            Reals = [point[2], point[0] - point[1]],
            Kind = point[0] > 0 ? point[1] > 0 ? "T-shirt/top" : "\"ärmellos\", Größe 2" : "boot",
        }).ToArray());
        return ml.Transforms.Conversion.MapValueToKey("Key", "Kind").Fit(view).Transform(view);
    }
}
