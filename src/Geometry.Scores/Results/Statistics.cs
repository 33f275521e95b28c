namespace Geometry.Scores;

/// <summary>Means and their standard errors.</summary>
internal static class Statistics
{
    public static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    /// <summary>The sample standard deviation over the root of the count; null for fewer than two values.</summary>
    public static double? StandardError(ReadOnlySpan<double> values)
    {
        if (values.Length < 2)
        {
            return null;
        }

        var mean = Mean(values);
        double sum = 0;
        foreach (var value in values)
        {
            sum += (value - mean) * (value - mean);
        }

        return Math.Sqrt(sum / (values.Length - 1) / values.Length);
    }

    /// <summary>The entry for the mean over dichotomies, which is undefined when one of them is.</summary>
    public static ScoreEntry MeanOf(IReadOnlyList<ScoreEntry> entries, IReadOnlyList<Dichotomy> dichotomies)
    {
        var warnings = dichotomies is DichotomySet { IsSampled: true } set
            ? new[] { $"mean over {set.Count} of {set.Total} balanced dichotomies, drawn without replacement" }
            : [];
        var undefined = entries.Where(e => !e.Value.IsDefined).ToArray();
        if (undefined.Length > 0)
        {
            var reason = $"undefined for {undefined.Length} of {entries.Count} dichotomies; '{undefined[0].Target}': {undefined[0].Value.Reason}";
            return entries[0] with
            {
                Target = ScoreEntry.MeanTarget, Value = ScoreValue.Undefined(reason), StandardError = null, N = entries.Count, Warnings = warnings,
            };
        }

        var values = entries.Select(e => e.Value.Value).ToArray();
        return entries[0] with
        {
            Target = ScoreEntry.MeanTarget,
            Value = ScoreValue.Of(Mean(values)),
            StandardError = StandardError(values),
            N = entries.Count,
            Warnings = warnings,
        };
    }
}
