namespace Geometry.Scores;

/// <summary>
/// Linear decodability: how well a linear classifier tells the two sides of a dichotomy apart in rows that it was not trained on.
/// </summary>
public static partial class Decodability
{
    /// <summary>The name of the score.</summary>
    public const string Name = "decodability";

    /// <summary>
    /// Measures by cross-validation. Rows of every condition are spread evenly over the folds (drawn from the seed); each fold is tested
    /// by decoders that were trained on the others. The value is the mean over all rows, each tested once; a decision value of zero
    /// counts one half. The standard error is the standard deviation of the folds' values over the root of their number: folds share
    /// training rows, so it is a guide, not an exact error.
    /// </summary>
    /// <param name="representation">The responses.</param>
    /// <param name="conditions">The condition of each row.</param>
    /// <param name="targets">The dichotomies to decode, for example <see cref="Dichotomy.AllBalanced"/> or those of a label.</param>
    /// <param name="options">How to measure; null for the defaults.</param>
    /// <returns>
    /// For each measure an entry for every target in the order given, followed by their mean (<see cref="ScoreEntry.MeanTarget"/>, with
    /// the standard error over targets) when there are several.
    /// </returns>
    /// <exception cref="ArgumentException">Rows or conditions do not fit together, or there is no target.</exception>
    public static IReadOnlyList<ScoreEntry> Evaluate(
        Representation representation, ConditionLabels conditions, IReadOnlyList<Dichotomy> targets, DecodabilityOptions? options = null)
    {
        return Decode(representation, conditions, targets, options ?? new DecodabilityOptions()).WithNull(options?.Null);
    }

    /// <summary>
    /// Measures on a test representation that was not trained on: decoders are trained on all rows of the training representation. The
    /// standard error is binomial, over test rows.
    /// </summary>
    /// <param name="training">The responses to train on.</param>
    /// <param name="trainingConditions">The condition of each training row.</param>
    /// <param name="testing">The responses to test on, of the same units.</param>
    /// <param name="testingConditions">The condition of each test row, with the same condition names in the same order.</param>
    /// <param name="targets">The dichotomies to decode.</param>
    /// <param name="options">How to measure; null for the defaults.</param>
    /// <returns>Entries as in cross-validation.</returns>
    /// <exception cref="ArgumentException">Rows, units or conditions do not fit together, or there is no target.</exception>
    public static IReadOnlyList<ScoreEntry> Evaluate(
        Representation training,
        ConditionLabels trainingConditions,
        Representation testing,
        ConditionLabels testingConditions,
        IReadOnlyList<Dichotomy> targets,
        DecodabilityOptions? options = null)
    {
        return Decode(training, trainingConditions, testing, testingConditions, targets, options ?? new DecodabilityOptions()).WithNull(options?.Null);
    }
}
