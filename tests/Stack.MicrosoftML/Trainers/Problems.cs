using Microsoft.ML;
using Microsoft.ML.Data;

namespace Stack.MicrosoftML.Trainers;

/// <summary>Small data sets with known answers.</summary>
internal static class Problems
{
    public const int Width = 4;

    public sealed class Row
    {
        public bool Label { get; set; }

        [VectorType(Width)]
        public float[] Features { get; set; } = [];

        public float Weight { get; set; } = 1;

        public string Class { get; set; } = "";
    }

    public sealed class Prediction
    {
        public bool PredictedLabel { get; set; }

        public float Score { get; set; }

        public float Probability { get; set; }
    }

    /// <summary>Two overlapping clouds; the last feature says nothing.</summary>
    public static List<Row> Overlapping(int count, int seed = 7)
    {
        var random = new Random(seed);
        var rows = new List<Row>();
        for (int i = 0; i < count; i++)
        {
            bool label = i % 2 == 0;
            float side = label ? 0.7f : -0.7f;
            float[] x = [.. Enumerable.Range(0, Width).Select(k => Gaussian(random) + (k == 3 ? 0 : side / (k + 1)))];
            rows.Add(new Row { Label = label, Features = x, Weight = 1 + i % 3, Class = x[0] > 1 ? "right" : x[1] > 0 ? "up" : "down" });
        }

        return rows;
    }

    /// <summary>Two clouds with a wide gap between them.</summary>
    public static List<Row> Separable(int count, int seed = 3)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            bool label = random.Next(2) == 0;
            float[] x = [.. Enumerable.Range(0, Width).Select(_ => Gaussian(random) / 4)];
            x[1] += label ? 3 : -3;
            return new Row { Label = label, Features = x };
        })];
    }

    public static IDataView View(MLContext ml, IEnumerable<Row> rows) => ml.Data.LoadFromEnumerable(rows.ToList());

    private static float Gaussian(Random random) =>
        (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
}
