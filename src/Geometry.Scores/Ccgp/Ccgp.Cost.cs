namespace Geometry.Scores;

/// <content>What an evaluation costs.</content>
public static partial class Ccgp
{
    /// <summary>Tells what an evaluation will cost, the draws of a null included.</summary>
    /// <param name="width">The number of units.</param>
    /// <param name="conditions">The condition of each row.</param>
    /// <param name="targets">The dichotomies.</param>
    /// <param name="options">How to measure; null for the defaults.</param>
    /// <returns>The cost. The pair permutation tests the same decoders again, so it adds tests but no fits.</returns>
    /// <exception cref="ArgumentException">Conditions and targets do not fit together, or the variable to hold out is not known.</exception>
    public static ScoreCost EstimateCost(int width, ConditionLabels conditions, IReadOnlyList<Dichotomy> targets, CcgpOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentNullException.ThrowIfNull(conditions);
        Dichotomy.CheckFit(targets, conditions);
        options ??= new CcgpOptions();
        CheckVariable(conditions, options);
        var heldOut = targets.SelectMany(target => CcgpSplits.Of(target, conditions, options).HeldOut).ToArray();
        if (heldOut.Length == 0)
        {
            return ScoreCost.Of(0, 0, 1);
        }

        var rows = RowSelection.Count(conditions, options.MaximumRowsPerCondition);
        var tested = heldOut.Average(held => held.Length) * rows / conditions.Count;
        var sets = heldOut.Select(held => string.Join(',', held)).Distinct().Count();
        var draws = options.Null?.Draws ?? 0;
        var cost = new DecoderCost(options.Decoder, rows, width);
        var run = cost.Preparation + cost.Of(heldOut.Length, targets.Count, sets, tested);
        return options.Null?.Kind == NullKind.PairPermutation
            ? ScoreCost.Of(heldOut.Length, run + heldOut.Length * draws * 2 * tested * width, options.MaximumThreads)
            : ScoreCost.Of(heldOut.Length * (1L + draws), run * (1 + draws), options.MaximumThreads);
    }
}
