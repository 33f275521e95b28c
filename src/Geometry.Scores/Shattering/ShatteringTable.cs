using System.Globalization;

namespace Geometry.Scores;

/// <summary>Turns the decodability of every dichotomy into the entries of shattering dimensionality.</summary>
internal static class ShatteringTable
{
    private const string Saturated = "every dichotomy is decoded perfectly, which tells representations apart no more; raise the noise of the rows";

    public static IReadOnlyList<ScoreEntry> OneCondition(ShatteringOptions options, string protocol) =>
    [
        new ScoreEntry(
            Shattering.Name,
            $"{options.Decoding.Decoder.Name}/{protocol}/{DecodabilityTable.NameOf(options.Decoding.Measures)}/mean",
            "",
            ScoreValue.Undefined("there is only one condition, so there is nothing to divide"),
            null,
            0,
            []),
    ];

    public static IReadOnlyList<ScoreEntry> Build(DichotomySet set, DecodedTable table, ShatteringOptions options)
    {
        var single = table.Entries.Take(set.Count).ToArray();
        var variant = single[0].Variant;
        var warnings = Warnings(set);
        var result = new List<ScoreEntry> { Mean($"{variant}/mean", "", Enumerable.Range(0, set.Count).ToArray(), set.Total, single, table, options, warnings) };
        if (options.Trained.Count > 0)
        {
            var untrained = Enumerable.Range(0, set.Count).Where(i => !options.Trained.Any(t => t.IsSameDivision(set[i]))).ToArray();
            var trained = options.Trained.Where((t, i) => IsListed(t, set) && !options.Trained.Take(i).Any(t.IsSameDivision)).Count();
            result.Add(Mean(
                $"{variant}/untrained-mean",
                string.Join(", ", options.Trained.Select(t => t.Name)),
                untrained,
                set.Total - trained,
                single,
                table,
                options,
                warnings));
        }

        if (options.Decoding.Null is { } nullOptions)
        {
            result.Add(AboveChance($"{variant}/above-chance/{options.TestName}", set, single, table, options, nullOptions, warnings));
        }

        if (options.IncludeDichotomies)
        {
            result.AddRange(table.WithNull(options.Decoding.Null).Take(set.Count));
        }

        return result;
    }

    /// <summary>Whether a dichotomy is one of the balanced ones, drawn or not.</summary>
    private static bool IsListed(Dichotomy dichotomy, DichotomySet set) => Math.Abs(dichotomy.PositiveCount - dichotomy.NegativeCount) == set[0].Count % 2;

    private static List<string> Warnings(DichotomySet set)
    {
        var warnings = new List<string>();
        if (set.IsSampled)
        {
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"{set.Count} of {set.Total} balanced dichotomies, drawn without replacement"));
        }

        if (set[0].Count % 2 == 1)
        {
            warnings.Add($"the number of conditions is odd, so the sides have {set[0].PositiveCount} and {set[0].NegativeCount} conditions");
        }

        return warnings;
    }

    private static ScoreEntry Mean(
        string variant,
        string target,
        int[] members,
        long total,
        ScoreEntry[] single,
        DecodedTable table,
        ShatteringOptions options,
        List<string> warnings)
    {
        if (members.Length == 0)
        {
            return new ScoreEntry(Shattering.Name, variant, target, ScoreValue.Undefined("every balanced dichotomy was trained on"), null, 0, warnings);
        }

        var undefined = members.Where(i => !single[i].Value.IsDefined).ToArray();
        if (undefined.Length > 0)
        {
            var reason = $"undefined for {undefined.Length} of {members.Length} dichotomies; '{single[undefined[0]].Target}': {single[undefined[0]].Value.Reason}";
            return new ScoreEntry(Shattering.Name, variant, target, ScoreValue.Undefined(reason), null, members.Length, warnings);
        }

        var values = members.Select(i => single[i].Value.Value).ToArray();
        var entry = new ScoreEntry(
            Shattering.Name, variant, target, ScoreValue.Of(Statistics.Mean(values)), SamplingError(values, total), members.Length, warnings);
        if (values.All(v => v == 1))
        {
            entry = entry with { Warnings = [.. warnings, Saturated] };
        }

        if (options.Decoding.Null is not { } nullOptions)
        {
            return entry;
        }

        var draws = table.Draws.Where(draw => members.All(i => draw[i].Value.IsDefined)).Select(draw => members.Average(i => draw[i].Value.Value)).ToArray();
        return NullTest.Attach(entry, draws, nullOptions);
    }

    /// <summary>The standard error of the mean of values that were drawn without replacement; null when all were.</summary>
    private static double? SamplingError(double[] values, long total) => values.Length < total
        ? Statistics.StandardError(values) * Math.Sqrt(1 - values.Length / (double)total)
        : null;

    private static ScoreEntry AboveChance(
        string variant, DichotomySet set, ScoreEntry[] single, DecodedTable table, ShatteringOptions options, NullOptions nullOptions, List<string> warnings)
    {
        ScoreEntry Undefined(string reason) => new(Shattering.Name, variant, "", ScoreValue.Undefined(reason), null, set.Count, warnings);
        if (Array.Find(single, e => !e.Value.IsDefined) is { } undefined)
        {
            return Undefined($"'{undefined.Target}' has no value: {undefined.Value.Reason}");
        }

        var draws = Enumerable.Range(0, set.Count).Select(i => NullTest.Values(table.Draws, i, table.Entries.Count)).ToArray();
        var pool = options.Test == ShatteringTest.PooledPermutation ? draws.SelectMany(d => d).ToArray() : [];
        var count = options.Test == ShatteringTest.PooledPermutation ? pool.Length : draws.Min(d => d.Length);
        var needed = options.Test == ShatteringTest.ZTest ? 2 : (int)Math.Floor(1 / options.Significance);
        if (count < needed)
        {
            return Undefined(string.Create(
                CultureInfo.InvariantCulture,
                $"a p-value below {options.Significance} needs at least {needed} draws of the null, but there are {count}; ask for more, or pool them"));
        }

        var above = Enumerable.Range(0, set.Count).Count(i => PValue(single[i].Value.Value, draws[i], pool, options.Test) < options.Significance);
        var values = Enumerable.Range(0, set.Count).Select(i => i < above ? 1.0 : 0).ToArray();
        return new ScoreEntry(
            Shattering.Name, variant, "", ScoreValue.Of(above / (double)set.Count), SamplingError(values, set.Total), set.Count, warnings);
    }

    private static double PValue(double value, double[] draws, double[] pool, ShatteringTest test)
    {
        if (test != ShatteringTest.ZTest)
        {
            return NullSummary.PValueOf(value, test == ShatteringTest.Permutation ? draws : pool, ScoreDirection.Higher);
        }

        var mean = Statistics.Mean(draws);
        var deviation = Statistics.StandardError(draws)!.Value * Math.Sqrt(draws.Length);
        return deviation > 0 ? Normal.UpperTail((value - mean) / deviation) : value > mean ? 0 : 1;
    }
}
