using System.Globalization;
using Geometry.Seeding;

namespace Geometry.Scores;

/// <summary>The sets of conditions that are held out for one dichotomy, or the reason why there are none.</summary>
internal sealed record CcgpSplits(IReadOnlyList<int[]> HeldOut, string? Reason, string? Warning)
{
    public static CcgpSplits Of(Dichotomy dichotomy, ConditionLabels conditions, CcgpOptions options)
    {
        var positive = Enumerable.Range(0, dichotomy.Count).Where(dichotomy.IsPositive).ToArray();
        var negative = Enumerable.Range(0, dichotomy.Count).Where(c => !dichotomy.IsPositive(c)).ToArray();
        var smaller = Math.Min(positive.Length, negative.Length);
        if (smaller < 2)
        {
            var side = positive.Length <= negative.Length ? "positive" : "negative";
            return None($"a condition of each side is held out and one must stay, but the {side} side of '{dichotomy.Name}' has {smaller} of {dichotomy.Count} conditions");
        }

        if (options.Split == CcgpSplit.ByVariable)
        {
            return ByVariable(dichotomy, conditions, options.Variable);
        }

        if (options.Split == CcgpSplit.HalfHalf)
        {
            return positive.Length % 2 == 1 || negative.Length % 2 == 1
                ? None($"half of each side is held out, but the sides of '{dichotomy.Name}' have {positive.Length} and {negative.Length} conditions, not both even")
                : Sample([(positive.Length / 2, negative.Length / 2)], positive, negative, options);
        }

        var sizes = options.Split == CcgpSplit.LeaveOnePairOut ? 1 : smaller - 1;
        return Sample([.. Enumerable.Range(1, sizes).Select(size => (size, size))], positive, negative, options);
    }

    private static CcgpSplits None(string reason) => new([], reason, null);

    private static CcgpSplits Sample((int Positive, int Negative)[] sizes, int[] positive, int[] negative, CcgpOptions options)
    {
        var counts = Array.ConvertAll(
            sizes, size => (Int128)Combinations.Count(positive.Length, size.Positive) * Combinations.Count(negative.Length, size.Negative));
        var total = counts.Aggregate(Int128.Zero, (sum, count) => sum + count);
        if (total > long.MaxValue)
        {
            return None("there are more splits than can be numbered; hold out one pair, or divide fewer conditions");
        }

        var ranks = Combinations.SampleRanks((long)total, options.MaximumSplits, new RandomStream(options.Seed, StreamNames.Split).Fork("ccgp"));
        var heldOut = new int[ranks.Length][];
        var size = 0;
        var before = Int128.Zero;
        for (var i = 0; i < ranks.Length; i++)
        {
            while (ranks[i] - before >= counts[size])
            {
                before += counts[size++];
            }

            var inner = (long)(ranks[i] - before);
            var negatives = Combinations.Count(negative.Length, sizes[size].Negative);
            var members = new List<int>();
            Take(inner / negatives, sizes[size].Positive, positive, members);
            Take(inner % negatives, sizes[size].Negative, negative, members);
            members.Sort();
            heldOut[i] = [.. members];
        }

        var warning = heldOut.Length < total
            ? string.Create(CultureInfo.InvariantCulture, $"{heldOut.Length} of {total} splits were drawn without replacement")
            : null;
        return new CcgpSplits(heldOut, null, warning);
    }

    private static void Take(long rank, int size, int[] side, List<int> members)
    {
        var places = new int[size];
        Combinations.Unrank(rank, places);
        members.AddRange(places.Select(place => side[place]));
    }

    private static CcgpSplits ByVariable(Dichotomy dichotomy, ConditionLabels conditions, string? name)
    {
        var variable = conditions.FindVariable(name!)!;
        var heldOut = new List<int[]>();
        var skipped = new List<string>();
        for (var level = 0; level < variable.LevelNames.Count; level++)
        {
            var held = Enumerable.Range(0, conditions.Count).Where(c => variable.LevelOf[c] == level).ToArray();
            var positive = held.Count(dichotomy.IsPositive);
            var negative = held.Length - positive;
            if (positive > 0 && negative > 0 && positive < dichotomy.PositiveCount && negative < dichotomy.NegativeCount)
            {
                heldOut.Add(held);
            }
            else if (held.Length > 0)
            {
                skipped.Add($"'{variable.LevelNames[level]}'");
            }
        }

        if (heldOut.Count == 0)
        {
            return None($"no level of variable '{variable.Name}' can be held out with both sides of '{dichotomy.Name}' within it and outside it");
        }

        var warning = skipped.Count == 0
            ? null
            : $"levels {string.Join(", ", skipped)} of '{variable.Name}' were not held out because a side of the dichotomy is missing within or outside them";
        return new CcgpSplits(heldOut, null, warning);
    }
}
