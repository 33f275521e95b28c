using Geometry.Seeding;
using Microsoft.ML;

namespace Geometry.MLNet.Tests.Views;

/// <summary>A small problem: three kinds of points in the plane, which a network learns well but not without error.</summary>
internal static class Blobs
{
    private static readonly string[] Kinds = ["left", "right", "top"];

    public static IDataView View(MLContext ml, int rows = 120)
    {
        var noise = new RandomStream(1, "blobs");
        return Columns.View(
            ml,
            Enumerable.Range(0, rows).Select(row =>
            {
                int kind = row % 3;
                float[] centre = kind switch { 0 => [-1, 0], 1 => [1, 0], _ => [0, 1.5f] };
                float[] point = [.. centre.Select(value => value + (0.6f * (float)noise.NextGaussian()))];
                return new
                {
                    Features = point,
                    Flag = kind == 1,
                    ZeroOne = kind == 1 ? 1f : 0f,
                    Flags = new[] { kind == 0, kind == 2 },
                    Height = point[1] * 2,
                    Kind = Kinds[kind],
                    Days = TimeSpan.FromDays(row),
                    Count = row,
                };
            }),
            ("Features", 2), ("Flags", 2));
    }

    /// <summary>The same with the kind as a key.</summary>
    public static IDataView WithKey(MLContext ml)
    {
        IDataView view = View(ml);
        return ml.Transforms.Conversion.MapValueToKey("Key", "Kind").Fit(view).Transform(view);
    }
}
