using Geometry.Seeding;

namespace Geometry.Tasks;

/// <summary>The changes to noise-free inputs that every family of tasks offers.</summary>
internal static class InputMap
{
    /// <summary>Adds to every row of a row-major matrix the same random row of the given standard deviation.</summary>
    public static void AddCommonMean(Span<double> values, int width, double deviation, RandomStream stream)
    {
        double[] common = new double[width];
        stream.FillGaussian(common.AsSpan());
        for (int i = 0; i < values.Length; i++)
        {
            values[i] += deviation * common[i % width];
        }
    }

    /// <summary>Brings all values into a range, by one map for all of them, and multiplies them by a scale.</summary>
    public static void Apply(Span<double> values, InputRange range, double scale)
    {
        double smallest = double.PositiveInfinity, largest = double.NegativeInfinity;
        foreach (double value in values)
        {
            smallest = Math.Min(smallest, value);
            largest = Math.Max(largest, value);
        }

        (double origin, double unit) = range switch
        {
            InputRange.ZeroToOne => (smallest, largest - smallest),
            InputRange.MinusOneToOne => (0, Math.Max(-smallest, largest)),
            InputRange.NonNegative => (smallest, 1),
            _ => (0, 1),
        };
        foreach (ref double value in values)
        {
            value = (value - origin) / unit * scale;
        }
    }
}
