using Geometry.Seeding;
using Microsoft.ML;

namespace Geometry.MLNet.Tests.Views;

/// <summary>Pictures of 8 x 8 pixels: bars that lie or stand, light or dark, and noise.</summary>
internal static class Pictures
{
    public const int Side = 8;

    public static IDataView View(MLContext ml, int rows = 120)
    {
        var noise = new RandomStream(1, "pictures");
        IDataView view = Columns.View(
            ml,
            Enumerable.Range(0, rows).Select(row =>
            {
                (bool stands, bool light) = (row % 2 == 1, row / 2 % 2 == 1);
                var pixels = new float[Side * Side];
                for (int i = 0; i < pixels.Length; i++)
                {
                    bool isBar = (stands ? i % Side : i / Side) % 4 < 2;
                    pixels[i] = (isBar ? light ? 1 : -1 : 0) + (0.3f * (float)noise.NextGaussian());
                }

                return new { Pixels = pixels, Stands = stands, Kind = (light ? "light " : "dark ") + (stands ? "standing" : "lying") };
            }),
            ("Pixels", Side * Side));
        return ml.Transforms.Conversion.MapValueToKey("Key", "Kind").Fit(view).Transform(view);
    }
}
