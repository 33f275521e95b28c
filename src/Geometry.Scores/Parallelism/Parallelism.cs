using System.Globalization;
using Geometry.Seeding;

namespace Geometry.Scores;

/// <summary>
/// Parallelism score (Bernardi et al. 2020): conditions of the two sides of a dichotomy are paired, and the mean cosine between the pairs'
/// difference vectors is taken; the score is its maximum over all pairings. A maximum of several: chance is above 0 for more than four
/// conditions, so compare with a null. There is no standard error; see <see cref="Resampling"/>.
/// </summary>
public static class Parallelism
{
    /// <summary>The name of the score.</summary>
    public const string Name = "parallelism";

    /// <summary>The most conditions on each of two equal sides for which every pairing is tried: 8, which is 40,320 pairings.</summary>
    public const int MaximumSide = 8;

    /// <summary>The most pairings that are all tried.</summary>
    private const double MaximumPairings = 50_000;

    /// <summary>Measures the parallelism of dichotomies on condition means.</summary>
    /// <param name="representation">The responses.</param>
    /// <param name="conditions">The condition of each row.</param>
    /// <param name="targets">
    /// The dichotomies. When a side has more conditions, several of them share a partner and every condition of the other side is a partner.
    /// </param>
    /// <param name="options">How to measure; null for the defaults.</param>
    /// <returns>
    /// An entry for every target in the order given, followed by their mean (<see cref="ScoreEntry.MeanTarget"/>, with the standard error
    /// over targets) when there are several. N is the number of pairings that were tried; where there are more than 50,000, the value is
    /// the best that a search found, a lower bound (the warning says so), and N is the number of its starts. With
    /// <see cref="ParallelismPairing.HammingOne"/> N is the number of differences. Undefined for fewer than two differences and when all
    /// pairings pair equal conditions.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// Rows or conditions do not fit together, there is no target, or pairs at Hamming distance 1 are wanted of conditions that were not
    /// combined from variables.
    /// </exception>
    public static IReadOnlyList<ScoreEntry> Evaluate(
        Representation representation, ConditionLabels conditions, IReadOnlyList<Dichotomy> targets, ParallelismOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        conditions.CheckFit(representation);
        Dichotomy.CheckFit(targets, conditions);
        options ??= new ParallelismOptions();
        if (options.Pairing == ParallelismPairing.HammingOne && conditions.Variables.Count == 0)
        {
            throw new ArgumentException(
                $"Pairs that differ in one variable need conditions that are combined from variables; make them with {nameof(ConditionLabels)}.{nameof(ConditionLabels.Combine)}.",
                nameof(conditions));
        }

        var observed = Measure(representation, conditions, targets, options);
        return options.Null is null
            ? observed
            : NullTest.Attach(
                observed,
                NullTest.Draw(
                    representation,
                    conditions,
                    (r, c) => Measure(r, c, targets, options with { MaximumThreads = 1 }),
                    options.Null,
                    options.MaximumThreads),
                options.Null);
    }

    private static IReadOnlyList<ScoreEntry> Measure(
        Representation representation, ConditionLabels conditions, IReadOnlyList<Dichotomy> targets, ParallelismOptions options)
    {
        var reason = RowSelection.TooFew(conditions, 1) is { } names ? $"there are no rows of {names}" : null;
        var kernel = reason is null ? Kernel(representation, conditions, options.Similarity) : null;
        var entries = new ScoreEntry[targets.Count];
        Workers.Run(options.MaximumThreads, entries.Length, () => 0, (i, _) => entries[i] = kernel is null
            ? Entry(targets[i], ScoreValue.Undefined(reason!), 0, options)
            : Measure(kernel, conditions, targets[i], options));
        return entries.Length == 1 ? entries : [.. entries, Statistics.MeanOf(entries, targets)];
    }

    private static ScoreEntry Measure(RowMatrix kernel, ConditionLabels conditions, Dichotomy target, ParallelismOptions options)
    {
        var positive = Enumerable.Range(0, target.Count).Where(target.IsPositive).ToArray();
        var negative = Enumerable.Range(0, target.Count).Where(c => !target.IsPositive(c)).ToArray();
        var (first, second) = positive.Length >= negative.Length ? (positive, negative) : (negative, positive);
        if (second.Length == 0)
        {
            return Entry(target, ScoreValue.Undefined($"all conditions are on one side of '{target.Name}'"), 0, options);
        }

        if (first.Length < 2)
        {
            return Entry(target, ScoreValue.Undefined($"at least two pairs of conditions are compared, but '{target.Name}' has one"), 0, options);
        }

        var vectors = new CodingVectors(kernel, first, second);
        if (options.Pairing == ParallelismPairing.HammingOne)
        {
            var (mean, count) = HammingPairs.Mean(vectors, first, second, conditions, target.Name);
            return Entry(target, mean, count, options);
        }

        var ways = Pairings.CountOf(first.Length, second.Length);
        var (value, tried) = ways <= MaximumPairings
            ? Pairings.Best(vectors)
            : (PairingSearch.Best(vectors, options.Restarts, new RandomStream(options.Seed, StreamNames.Split).Fork("pairings")), 1 + options.Restarts);
        if (value is null)
        {
            return Entry(target, ScoreValue.Undefined($"every pairing of '{target.Name}' pairs two conditions with equal responses"), 0, options);
        }

        return Entry(target, ScoreValue.Of(value.Value), tried, options) with
        {
            Warnings = ways <= MaximumPairings
                ? []
                : [string.Create(CultureInfo.InvariantCulture, $"a lower bound: the best of {tried} searches among {ways:0.##e+0} pairings")],
        };
    }

    private static ScoreEntry Entry(Dichotomy target, ScoreValue value, long n, ParallelismOptions options) =>
        new(Name, options.Variant, target.Name, value, null, n, []);

    private static RowMatrix Kernel(Representation representation, ConditionLabels conditions, CodingSimilarity similarity)
    {
        var means = ConditionMeans.Of(representation, conditions);
        means.CentreColumns();
        for (var i = 0; similarity == CodingSimilarity.Pearson && i < means.Rows; i++)
        {
            var mean = Statistics.Mean(means.Row(i));
            foreach (ref var value in means.Row(i))
            {
                value -= mean;
            }
        }

        var kernel = new RowMatrix(means.Rows, means.Rows);
        for (var i = 0; i < means.Rows; i++)
        {
            for (var j = 0; j < means.Rows; j++)
            {
                kernel.Row(i)[j] = VectorKernels.Dot(means.PaddedRow(i), means.PaddedRow(j));
            }
        }

        return kernel;
    }
}
