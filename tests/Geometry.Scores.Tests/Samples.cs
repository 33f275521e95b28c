using Geometry.Seeding;

namespace Geometry.Scores.Tests;

/// <summary>Small representations with known geometry.</summary>
internal static class Samples
{
    public static Representation Matrix(double[][] rows) =>
        new(rows.SelectMany(r => r.Select(v => (float)v)).ToArray(), rows.Length, rows[0].Length);

    public static ConditionLabels Conditions(params int[] codes) =>
        new(codes, [.. Enumerable.Range(0, codes.Max() + 1).Select(c => $"c{c}")]);

    /// <summary>The four corners of a rectangle, each repeated: condition 2a + b is at (+-length, +-1).</summary>
    public static (Representation Representation, ConditionLabels Conditions) Rectangle(int repeats, double length = 2)
    {
        var rows = new List<double[]>();
        var codes = new List<int>();
        for (var condition = 0; condition < 4; condition++)
        {
            for (var i = 0; i < repeats; i++)
            {
                rows.Add([(condition / 2 * 2 - 1) * length, (condition % 2) * 2 - 1, 0.5]);
                codes.Add(condition);
            }
        }

        return (Matrix([.. rows]), Conditions([.. codes]));
    }

    /// <summary>Gaussian clouds around Gaussian means.</summary>
    public static (Representation Representation, ConditionLabels Conditions) Clouds(
        int conditions, int rowsEach, int width, double noise, long seed, double offset = 0)
    {
        var stream = new RandomStream(seed, "sample");
        var means = new double[conditions * width];
        stream.FillGaussian(means.AsSpan());
        var values = new float[conditions * rowsEach * width];
        var codes = new int[conditions * rowsEach];
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = row % conditions;
            for (var i = 0; i < width; i++)
            {
                values[row * width + i] = (float)(means[codes[row] * width + i] + noise * stream.NextGaussian() + offset);
            }
        }

        return (new Representation(values, codes.Length, width), Conditions(codes));
    }

    /// <summary>Applies x -> scale * Q x + shift with a random orthogonal Q.</summary>
    public static Representation Moved(Representation source, long seed, bool rotate, double scale, double shift)
    {
        var width = source.Width;
        var stream = new RandomStream(seed, "move");
        var q = Orthogonal(width, stream);
        var offset = new double[width];
        stream.FillGaussian(offset.AsSpan());
        var values = new float[source.Rows * width];
        for (var row = 0; row < source.Rows; row++)
        {
            for (var i = 0; i < width; i++)
            {
                double sum = 0;
                for (var j = 0; j < width; j++)
                {
                    sum += (rotate ? q[i][j] : i == j ? 1 : 0) * source.Row(row)[j];
                }

                values[row * width + i] = (float)(scale * sum + shift * offset[i]);
            }
        }

        return new Representation(values, source.Rows, width);
    }

    private static double[][] Orthogonal(int width, RandomStream stream)
    {
        var q = new double[width][];
        for (var i = 0; i < width; i++)
        {
            q[i] = new double[width];
            stream.FillGaussian(q[i].AsSpan());
            for (var pass = 0; pass < 2; pass++)
            {
                for (var j = 0; j < i; j++)
                {
                    var dot = q[i].Zip(q[j], (a, b) => a * b).Sum();
                    q[i] = [.. q[i].Zip(q[j], (a, b) => a - dot * b)];
                }
            }

            var norm = Math.Sqrt(q[i].Sum(v => v * v));
            q[i] = [.. q[i].Select(v => v / norm)];
        }

        return q;
    }
}
