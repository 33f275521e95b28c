using Geometry.Experiments;

namespace Geometry.Reports;

/// <summary>A mean with its interval.</summary>
/// <param name="Mean">The mean over networks, or the only value.</param>
/// <param name="Low">The lower end of the interval, or null.</param>
/// <param name="High">The upper end of the interval, or null.</param>
/// <param name="N">Over how many networks.</param>
/// <param name="Kind">What the interval is.</param>
internal sealed record MeanPoint(double Mean, double? Low, double? High, int N, IntervalKind Kind)
{
    /// <summary>The confidence of intervals over networks.</summary>
    public const double Confidence = 0.95;

    private const double Normal = 1.96;

    /// <summary>Takes the mean of rows that differ in their seed, and its t interval; of a single row what it has itself. Null where no row has a value.</summary>
    public static MeanPoint? Of(IEnumerable<ResultRow> rows)
    {
        ResultRow[] defined = [.. rows.Where(row => row.Value is not null)];
        return defined switch
        {
            [] => null,
            [{ IntervalLow: { } low, IntervalHigh: { } high } row] => new MeanPoint(row.Value!.Value, low, high, 1, IntervalKind.Resampled),
            [{ StandardError: { } error } row] => new MeanPoint(row.Value!.Value, row.Value.Value - (Normal * error), row.Value.Value + (Normal * error), 1, IntervalKind.StandardError),
            _ => Of([.. defined.Select(row => row.Value!.Value)]),
        };
    }

    /// <summary>Takes the mean of values of networks, at least one, and its t interval.</summary>
    public static MeanPoint Of(double[] values)
    {
        double mean = values.Average();
        if (values.Length == 1)
        {
            return new MeanPoint(mean, null, null, 1, IntervalKind.None);
        }

        double variance = values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1);
        double half = StudentT.TwoSided(Confidence, values.Length - 1) * Math.Sqrt(variance / values.Length);
        return new MeanPoint(mean, mean - half, mean + half, values.Length, IntervalKind.Networks);
    }

    /// <summary>Says in words what points and intervals are.</summary>
    public static string Words(IReadOnlyCollection<MeanPoint> points, string networks = "network")
    {
        MeanPoint[] several = [.. points.Where(point => point.Kind == IntervalKind.Networks)];
        if (several.Length > 0)
        {
            return $"mean and 95 % t interval over {Figures.Range(several.Min(point => point.N), several.Max(point => point.N))} {networks}s";
        }

        return points.Any(point => point.Kind == IntervalKind.Resampled) ? $"one {networks} each, with its interval by resampling"
            : points.Any(point => point.Kind == IntervalKind.StandardError) ? $"one {networks} each, ± 1.96 standard errors of the score"
            : $"one {networks} each";
    }
}
