namespace Geometry.Scores;

/// <content>What an evaluation costs.</content>
public static partial class Shattering
{
    /// <summary>Tells what cross-validation of the dichotomies will cost, the draws of a null included.</summary>
    /// <param name="width">The number of units.</param>
    /// <param name="conditions">The condition of each row.</param>
    /// <param name="options">How to measure; null for the defaults.</param>
    /// <returns>The cost; nothing for a single condition.</returns>
    /// <exception cref="ArgumentException">There are more than 60 conditions, or the options do not fit.</exception>
    public static ScoreCost EstimateCost(int width, ConditionLabels conditions, ShatteringOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        options ??= new ShatteringOptions();
        return Dichotomies(conditions, options) is { } set
            ? Decodability.EstimateCost(width, conditions, set.Count, options.Decoding)
            : ScoreCost.Of(0, 0, 1);
    }

    /// <summary>Tells what decoders of all training rows will cost, tested on other rows, the draws of a null included.</summary>
    /// <param name="width">The number of units.</param>
    /// <param name="trainingConditions">The condition of each training row.</param>
    /// <param name="testRows">The number of test rows.</param>
    /// <param name="options">How to measure; null for the defaults.</param>
    /// <returns>The cost; nothing for a single condition.</returns>
    /// <exception cref="ArgumentException">There are more than 60 conditions, or the options do not fit.</exception>
    public static ScoreCost EstimateCost(int width, ConditionLabels trainingConditions, int testRows, ShatteringOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(trainingConditions);
        options ??= new ShatteringOptions();
        return Dichotomies(trainingConditions, options) is { } set
            ? Decodability.EstimateCost(width, trainingConditions, testRows, set.Count, options.Decoding)
            : ScoreCost.Of(0, 0, 1);
    }
}
