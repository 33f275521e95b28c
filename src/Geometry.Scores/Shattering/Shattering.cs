namespace Geometry.Scores;

/// <summary>
/// Shattering dimensionality: how well a linear classifier decodes the balanced dichotomies of the conditions, whichever they are. As the
/// mean accuracy over all of them (Bernardi et al. 2020), as the fraction that is decoded above chance, and as the mean over those that
/// the network was not trained on. Responses with little noise decode every dichotomy perfectly: compare representations at a noise that
/// leaves the trained dichotomy at 0.9 to 0.95.
/// </summary>
public static partial class Shattering
{
    /// <summary>The name of the score.</summary>
    public const string Name = "shattering";

    /// <summary>Measures by cross-validation, as <see cref="Decodability"/> does.</summary>
    /// <param name="representation">The responses.</param>
    /// <param name="conditions">The condition of each row; 2 to 60 conditions. For an odd number the sides differ by one condition.</param>
    /// <param name="options">How to measure; null for the defaults.</param>
    /// <returns>
    /// The mean (variant <c>.../mean</c>); with <see cref="ShatteringOptions.Trained"/> the mean over the others (<c>.../untrained-mean</c>);
    /// with a null the fraction above chance (<c>.../above-chance/...</c>). N is the number of dichotomies. The standard error is that of
    /// drawing dichotomies without replacement, null when all are decoded.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// Rows or conditions do not fit together, there are more than 60 conditions, or several measures are asked for.
    /// </exception>
    public static IReadOnlyList<ScoreEntry> Evaluate(Representation representation, ConditionLabels conditions, ShatteringOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        conditions.CheckFit(representation);
        options ??= new ShatteringOptions();
        return Dichotomies(conditions, options) is { } set
            ? ShatteringTable.Build(set, Decodability.Decode(representation, conditions, set, options.Decoding), options)
            : ShatteringTable.OneCondition(options, Decodability.ProtocolOf(options.Decoding));
    }

    /// <summary>Measures on a test representation that was not trained on, such as fresh noise.</summary>
    /// <param name="training">The responses to train on.</param>
    /// <param name="trainingConditions">The condition of each training row.</param>
    /// <param name="testing">The responses to test on, of the same units.</param>
    /// <param name="testingConditions">The condition of each test row, with the same condition names in the same order.</param>
    /// <param name="options">How to measure; null for the defaults.</param>
    /// <returns>Entries as in cross-validation.</returns>
    /// <exception cref="ArgumentException">As in cross-validation, or units or conditions of the two do not fit together.</exception>
    public static IReadOnlyList<ScoreEntry> Evaluate(
        Representation training,
        ConditionLabels trainingConditions,
        Representation testing,
        ConditionLabels testingConditions,
        ShatteringOptions? options = null)
    {
        Decodability.CheckTest(training, trainingConditions, testing, testingConditions);
        options ??= new ShatteringOptions();
        return Dichotomies(trainingConditions, options) is { } set
            ? ShatteringTable.Build(set, Decodability.Decode(training, trainingConditions, testing, testingConditions, set, options.Decoding), options)
            : ShatteringTable.OneCondition(options, Decodability.HeldOut);
    }

    /// <summary>The dichotomies to decode, or null for a single condition.</summary>
    internal static DichotomySet? Dichotomies(ConditionLabels conditions, ShatteringOptions options)
    {
        if (conditions.Count > 60)
        {
            throw new ArgumentException(
                $"Shattering numbers the balanced dichotomies of at most 60 conditions, but there are {conditions.Count}; combine conditions.", nameof(conditions));
        }

        if (!int.IsPow2((int)options.Decoding.Measures))
        {
            throw new ArgumentException("Shattering is the mean of one measure; choose Accuracy, BalancedAccuracy or Auc.", nameof(options));
        }

        foreach (var trained in options.Trained)
        {
            if (trained.Count != conditions.Count)
            {
                throw new ArgumentException($"The trained dichotomy '{trained.Name}' divides {trained.Count} conditions, but the data has {conditions.Count}.", nameof(options));
            }
        }

        return conditions.Count < 2 ? null : Dichotomy.AllBalanced(conditions.Count, options.MaximumDichotomies, options.Decoding.Seed);
    }
}
