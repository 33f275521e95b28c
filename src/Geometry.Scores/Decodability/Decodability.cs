using System.Globalization;

namespace Geometry.Scores;

/// <summary>
/// Linear decodability: how well a linear classifier tells the two sides of a dichotomy apart in rows that it was not trained on.
/// </summary>
public static class Decodability
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
        ArgumentNullException.ThrowIfNull(conditions);
        conditions.CheckFit(representation);
        Dichotomy.CheckFit(targets, conditions);
        options ??= new DecodabilityOptions();
        var protocol = string.Create(CultureInfo.InvariantCulture, $"{options.Folds}-fold");
        if (RowSelection.TooFew(conditions, 2) is { } names)
        {
            return Undefined(targets, options, protocol, $"cross-validation needs at least 2 rows of every condition; {names} has fewer");
        }

        var plan = FoldPlan.Of(conditions, options);
        var data = DecoderData.Of([.. plan.Rows.Select(rows => (representation, rows))], options.Decoder.IsShiftInvariant);
        var sets = Enumerable.Range(0, plan.Folds).Select(fold => new TrainingSet([.. Enumerable.Range(0, plan.Folds).Where(f => f != fold)])).ToArray();
        var codes = plan.Rows.SelectMany(rows => rows).Select(row => conditions.Codes[row]).ToArray();
        var tallies = Run(data, sets, fold => fold, codes, targets, options);
        var constant = RowSelection.IsConstant(representation);
        return DecodabilityTable.Build(targets, tallies, options, protocol, constant, plan.Warning, Usable);
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
        ArgumentNullException.ThrowIfNull(trainingConditions);
        ArgumentNullException.ThrowIfNull(testingConditions);
        trainingConditions.CheckFit(training);
        testingConditions.CheckFit(testing);
        Dichotomy.CheckFit(targets, trainingConditions);
        if (training.Width != testing.Width)
        {
            throw new ArgumentException($"The training rows have {training.Width} units, but the test rows have {testing.Width}.", nameof(testing));
        }

        if (!trainingConditions.Names.SequenceEqual(testingConditions.Names))
        {
            throw new ArgumentException("Training and test rows must be labelled with the same conditions in the same order.", nameof(testingConditions));
        }

        options ??= new DecodabilityOptions();
        var rows = RowSelection.ByCondition(trainingConditions, options.MaximumRowsPerCondition, options.Seed).SelectMany(r => r).Order().ToArray();
        var test = Enumerable.Range(0, testing.Rows).ToArray();
        var usable = (Dichotomy target) => SideWithoutRows(target, trainingConditions) is { } side
            ? $"no training row is on the {side} side of '{target.Name}'"
            : null;
        var kept = targets.Where(t => usable(t) is null).ToArray();
        var codes = rows.Select(row => trainingConditions.Codes[row]).Concat(testingConditions.Codes.ToArray()).ToArray();
        var data = DecoderData.Of([(training, rows), (testing, test)], options.Decoder.IsShiftInvariant);
        var some = Run(data, [new TrainingSet([0])], _ => 1, codes, kept, options);
        var next = 0;
        var tallies = targets.Select(t => usable(t) is null ? some[next++] : []).ToArray();
        return DecodabilityTable.Build(targets, tallies, options, "held-out", RowSelection.IsConstant(training), null, usable);
    }

    private static string? Usable(Dichotomy target) => target.PositiveCount == 0 || target.NegativeCount == 0
        ? $"all conditions are on one side of '{target.Name}'"
        : null;

    private static string? SideWithoutRows(Dichotomy target, ConditionLabels conditions)
    {
        var rows = new long[2];
        for (var condition = 0; condition < conditions.Count; condition++)
        {
            rows[target.IsPositive(condition) ? 1 : 0] += conditions.RowsOf[condition];
        }

        return rows[1] == 0 ? "positive" : rows[0] == 0 ? "negative" : null;
    }

    private static DecodingTally[][] Run(
        DecoderData data, TrainingSet[] sets, Func<int, int> testBlockOf, int[] codes, IReadOnlyList<Dichotomy> targets, DecodabilityOptions options)
    {
        var sides = targets.Select(target => Array.ConvertAll(codes, code => target.IsPositive(code) ? (sbyte)1 : (sbyte)-1)).ToArray();
        var tallies = targets.Select(_ => new DecodingTally[sets.Length]).ToArray();
        var fits = new List<DecoderFit>();
        for (var target = 0; target < targets.Count; target++)
        {
            if (Usable(targets[target]) is null)
            {
                fits.AddRange(Enumerable.Range(0, sets.Length).Select(set => new DecoderFit(set, target)));
            }
        }

        new DecoderEngine(data, options.Decoder, options.MaximumThreads).Run(sides, sets, fits, (fit, weights) =>
        {
            var (set, target) = fits[fit];
            var block = testBlockOf(set);
            tallies[target][set] = DecodingTally.Of(data, weights, data.BlockStarts[block], data.BlockStarts[block + 1], sides[target]);
        });
        return tallies;
    }

    private static IReadOnlyList<ScoreEntry> Undefined(IReadOnlyList<Dichotomy> targets, DecodabilityOptions options, string protocol, string reason) =>
        DecodabilityTable.Build(targets, [.. targets.Select(_ => Array.Empty<DecodingTally>())], options, protocol, false, null, _ => reason);
}
