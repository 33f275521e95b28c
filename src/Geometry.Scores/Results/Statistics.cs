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
        string[] sampled = dichotomies is DichotomySet { IsSampled: true } set
            ? [$"mean over {set.Count} of {set.Total} balanced dichotomies, drawn without replacement"]
            : [];
        string[] warnings = [.. sampled, .. SharedWarnings(entries)];
        var undefined = entries.Where(e => !e.Value.IsDefined).ToArray();
        if (undefined.Length > 0)
        {
            var reason = $"undefined for {undefined.Length} of {entries.Count} dichotomies; '{undefined[0].Target}': {undefined[0].Value.Reason}";
            return entries[0] with
            {
                Target = ScoreEntry.MeanTarget, Value = ScoreValue.Undefined(reason), StandardError = null, N = entries.Count, Warnings = warnings, Bounds = null,
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
            Bounds = ScoreBounds.MeanOf([.. entries.Select(e => e.Bounds)]),
        };
    }

    /// <summary>The warnings of the parts, each with how many parts it concerns unless it is all of them.</summary>
    private static IEnumerable<string> SharedWarnings(IReadOnlyList<ScoreEntry> entries) => entries
        .SelectMany(e => e.Warnings)
        .GroupBy(warning => warning)
        .Select(group => group.Count() == entries.Count ? group.Key : $"{group.Count()} of {entries.Count} dichotomies: {group.Key}");
}
