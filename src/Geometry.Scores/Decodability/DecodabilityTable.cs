using System.Globalization;

namespace Geometry.Scores;

/// <summary>Turns counts of rightly decoded rows into entries.</summary>
internal static class DecodabilityTable
{
    /// <summary>From this share of the larger side on, the accuracy of always answering it is worth a warning.</summary>
    private const double UnbalancedShare = 0.6;

    /// <param name="targets">The targets.</param>
    /// <param name="tallies">For each target the counts of every fold, or of the test rows.</param>
    /// <param name="options">The options.</param>
    /// <param name="protocol">The middle part of the variant's name.</param>
    /// <param name="warning">A warning for every entry, or null.</param>
    /// <param name="reasonAgainst">Why a target cannot be decoded, or null.</param>
    public static IReadOnlyList<ScoreEntry> Build(
        IReadOnlyList<Dichotomy> targets,
        IReadOnlyList<DecodingTally[]> tallies,
        DecodabilityOptions options,
        string protocol,
        string? warning,
        Func<Dichotomy, string?> reasonAgainst)
    {
        var result = new List<ScoreEntry>();
        foreach (var measure in new[] { DecodingMeasures.Accuracy, DecodingMeasures.BalancedAccuracy, DecodingMeasures.Auc })
        {
            if (!options.Measures.HasFlag(measure))
            {
                continue;
            }

            var variant = $"{options.Decoder.Name}/{protocol}/{NameOf(measure)}";
            var entries = new ScoreEntry[targets.Count];
            for (var i = 0; i < entries.Length; i++)
            {
                entries[i] = Entry(targets[i], tallies[i], measure, variant, warning, reasonAgainst(targets[i]));
            }

            result.AddRange(entries);
            if (entries.Length > 1)
            {
                result.Add(Statistics.MeanOf(entries, targets));
            }
        }

        return result;
    }

    /// <summary>The last part of the variant's name.</summary>
    public static string NameOf(DecodingMeasures measure) => measure switch
    {
        DecodingMeasures.Accuracy => "accuracy",
        DecodingMeasures.BalancedAccuracy => "balanced-accuracy",
        _ => "auc",
    };

    private static ScoreEntry Entry(
        Dichotomy target, DecodingTally[] parts, DecodingMeasures measure, string variant, string? warning, string? reason)
    {
        var total = parts.Aggregate(default(DecodingTally), (sum, part) => sum.Plus(part));
        var rows = total.Positive + total.Negative;
        if (reason is null && !total.Defines(measure))
        {
            reason = measure == DecodingMeasures.Auc && parts.Length > 1
                ? $"no fold holds test rows of both sides of '{target.Name}'"
                : $"the test rows do not hold both sides of '{target.Name}'";
        }

        if (reason is not null)
        {
            return new ScoreEntry(Decodability.Name, variant, target.Name, ScoreValue.Undefined(reason), null, rows, []);
        }

        var value = total.Measure(measure);
        var error = parts.Length == 1
            ? (measure == DecodingMeasures.Auc ? HanleyMcNeil(total) : Binomial(total, measure))
            : Statistics.StandardError(parts.Where(p => p.Defines(measure)).Select(p => p.Measure(measure)).ToArray());
        return new ScoreEntry(
            Decodability.Name, variant, target.Name, ScoreValue.Of(value), error, rows, Warnings(total, measure, warning));
    }

    private static double Binomial(DecodingTally tally, DecodingMeasures measure)
    {
        static double Variance(double correct, long rows) => correct / rows * (1 - correct / rows) / rows;
        return measure == DecodingMeasures.Accuracy
            ? Math.Sqrt(Variance(tally.PositiveCorrect + tally.NegativeCorrect, tally.Positive + tally.Negative))
            : Math.Sqrt(Variance(tally.PositiveCorrect, tally.Positive) + Variance(tally.NegativeCorrect, tally.Negative)) / 2;
    }

    /// <summary>Standard error of the area under the curve (Hanley and McNeil 1982).</summary>
    private static double HanleyMcNeil(DecodingTally tally)
    {
        var area = tally.Measure(DecodingMeasures.Auc);
        var twoPositives = area / (2 - area) - area * area;
        var twoNegatives = 2 * area * area / (1 + area) - area * area;
        var sum = area * (1 - area) + (tally.Positive - 1) * twoPositives + (tally.Negative - 1) * twoNegatives;
        return Math.Sqrt(Math.Max(0, sum) / tally.Pairs);
    }

    private static string[] Warnings(DecodingTally total, DecodingMeasures measure, string? warning)
    {
        var warnings = new List<string>();
        if (warning is not null)
        {
            warnings.Add(warning);
        }

        var share = Math.Max(total.Positive, total.Negative) / (double)(total.Positive + total.Negative);
        if (measure == DecodingMeasures.Accuracy && share > UnbalancedShare)
        {
            warnings.Add(string.Create(
                CultureInfo.InvariantCulture, $"the larger side holds {share:0.000} of the rows, which is the accuracy of always answering it"));
        }

        return [.. warnings];
    }
}
