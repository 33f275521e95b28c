namespace Geometry.Scores;

/// <content>What an evaluation costs.</content>
public static partial class Decodability
{
    /// <summary>Tells what cross-validation will cost, the draws of a null included.</summary>
    /// <param name="width">The number of units.</param>
    /// <param name="conditions">The condition of each row.</param>
    /// <param name="targets">The number of dichotomies, or of classes for a target of several classes.</param>
    /// <param name="options">How to measure; null for the defaults.</param>
    /// <returns>The cost.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no unit or no target.</exception>
    public static ScoreCost EstimateCost(int width, ConditionLabels conditions, int targets, DecodabilityOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(targets, 1);
        ArgumentNullException.ThrowIfNull(conditions);
        options ??= new DecodabilityOptions();
        var rows = RowSelection.Count(conditions, options.MaximumRowsPerCondition);
        var folds = Math.Min(options.Folds, rows);
        return Estimate(rows, width, folds, rows / (double)folds, targets, options);
    }

    /// <summary>Tells what decoders of all training rows will cost, tested on other rows, the draws of a null included.</summary>
    /// <param name="width">The number of units.</param>
    /// <param name="trainingConditions">The condition of each training row.</param>
    /// <param name="testRows">The number of test rows.</param>
    /// <param name="targets">The number of dichotomies, or of classes for a target of several classes.</param>
    /// <param name="options">How to measure; null for the defaults.</param>
    /// <returns>The cost.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no unit, no test row or no target.</exception>
    public static ScoreCost EstimateCost(int width, ConditionLabels trainingConditions, int testRows, int targets, DecodabilityOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(testRows, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(targets, 1);
        ArgumentNullException.ThrowIfNull(trainingConditions);
        options ??= new DecodabilityOptions();
        return Estimate(RowSelection.Count(trainingConditions, options.MaximumRowsPerCondition), width, 1, testRows, targets, options);
    }

    /// <summary>Shuffled labels share the preparation and the factorisations; surrogates share nothing.</summary>
    private static ScoreCost Estimate(int rows, int width, int sets, double tested, int targets, DecodabilityOptions options)
    {
        var cost = new DecoderCost(options.Decoder, rows, width);
        var draws = options.Null?.Draws ?? 0;
        var shuffles = options.Null?.Kind == NullKind.LabelShuffle;
        var labellings = (double)targets * (shuffles ? 1 + draws : 1);
        var run = cost.Preparation + cost.Of(labellings * sets, labellings, sets, tested);
        return ScoreCost.Of((long)targets * sets * (1 + draws), shuffles ? run : run * (1 + draws), options.MaximumThreads);
    }
}
