namespace Geometry.Scores;

/// <summary>
/// Parallelism score (Bernardi et al. 2020): conditions of the two sides of a dichotomy are paired, and the mean cosine between the pairs'
/// difference vectors is taken; the score is its maximum over all pairings. A maximum of several: chance is above 0 for more than four
/// conditions. There is no standard error.
/// </summary>
public static class Parallelism
{
    /// <summary>The name of the score.</summary>
    public const string Name = "parallelism";

    /// <summary>The most conditions on a side for which every pairing is tried: 8, which is 40,320 pairings.</summary>
    public const int MaximumSide = 8;

    /// <summary>Measures the parallelism of balanced dichotomies on condition means.</summary>
    /// <param name="representation">The responses.</param>
    /// <param name="conditions">The condition of each row.</param>
    /// <param name="targets">The dichotomies.</param>
    /// <returns>
    /// An entry for every target in the order given, whose N is the number of pairings, followed by their mean
    /// (<see cref="ScoreEntry.MeanTarget"/>, with the standard error over targets) when there are several. Undefined for unbalanced
    /// dichotomies, fewer than two pairs, more than <see cref="MaximumSide"/> pairs, and when every pairing pairs equal conditions.
    /// </returns>
    /// <exception cref="ArgumentException">Rows or conditions do not fit together, or there is no target.</exception>
    public static IReadOnlyList<ScoreEntry> Evaluate(Representation representation, ConditionLabels conditions, IReadOnlyList<Dichotomy> targets)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        conditions.CheckFit(representation);
        Dichotomy.CheckFit(targets, conditions);
        var reason = RowSelection.TooFew(conditions, 1) is { } names ? $"there are no rows of {names}" : null;
        var kernel = reason is null ? Kernel(representation, conditions) : null;
        var entries = new ScoreEntry[targets.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            var target = targets[i];
            var against = reason ?? ReasonAgainst(target);
            var (value, pairings) = against is null ? Pairings.Best(kernel!, target) : (ScoreValue.Undefined(against), 0);
            entries[i] = new ScoreEntry(Name, "cosine/best-pairing", target.Name, value, null, pairings, []);
        }

        return entries.Length == 1 ? entries : [.. entries, Statistics.MeanOf(entries, targets)];
    }

    private static string? ReasonAgainst(Dichotomy target) => target switch
    {
        { IsBalanced: false } =>
            $"every condition must have a partner, but the sides of '{target.Name}' have {target.PositiveCount} and {target.NegativeCount} conditions",
        { PositiveCount: < 2 } => $"at least two pairs of conditions are compared, but '{target.Name}' has one",
        { PositiveCount: > MaximumSide } => $"'{target.Name}' has {target.PositiveCount} conditions a side; every pairing is tried only up to {MaximumSide}",
        _ => null,
    };

    private static RowMatrix Kernel(Representation representation, ConditionLabels conditions)
    {
        var means = ConditionMeans.Of(representation, conditions);
        means.CentreColumns();
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
