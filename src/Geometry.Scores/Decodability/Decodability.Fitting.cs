using System.Globalization;

namespace Geometry.Scores;

/// <content>The work behind the two ways to test.</content>
public static partial class Decodability
{
    /// <summary>The second part of a variant with a test representation.</summary>
    internal const string HeldOut = "held-out";

    /// <summary>Cross-validation, with the draws of the null.</summary>
    internal static DecodedTable Decode(
        Representation representation, ConditionLabels conditions, IReadOnlyList<Dichotomy> targets, DecodabilityOptions options)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        conditions.CheckFit(representation);
        Dichotomy.CheckFit(targets, conditions);
        options.Null?.CheckIsGeneral();
        var protocol = ProtocolOf(options);
        if ((ReasonAgainst(representation) ?? TooFewToCrossValidate(conditions)) is { } reason)
        {
            return new DecodedTable(DecodabilityTable.Build(targets, [.. targets.Select(_ => Array.Empty<DecodingTally>())], options, protocol, null, _ => reason), []);
        }

        var plan = FoldPlan.Of(conditions, options);
        using var data = DecoderData.Of([.. plan.Rows.Select(rows => (representation, rows))], options.Decoder.IsShiftInvariant);
        var codes = plan.Rows.SelectMany(rows => rows).Select(row => conditions.Codes[row]).ToArray();
        var shuffle = options.Null is { Kind: NullKind.LabelShuffle } ? options.Null : null;
        var ways = DecodingRun.WithShuffles(codes, data.BlockStarts, shuffle);
        var tables = Tables(
            data, plan.TrainingSets, fold => fold, ways, targets, options, Usable,
            tallies => DecodabilityTable.Build(targets, tallies, options, protocol, plan.Warning, Usable));
        return new DecodedTable(tables[0], options.Null is null or { Kind: NullKind.LabelShuffle }
            ? tables[1..]
            : NullTest.Draw(representation, conditions, (r, c) => Evaluate(r, c, targets, Inner(options)), options.Null, options.MaximumThreads));
    }

    /// <summary>A test representation, with the draws of the null.</summary>
    internal static DecodedTable Decode(
        Representation training,
        ConditionLabels trainingConditions,
        Representation testing,
        ConditionLabels testingConditions,
        IReadOnlyList<Dichotomy> targets,
        DecodabilityOptions options)
    {
        CheckTest(training, trainingConditions, testing, testingConditions);
        Dichotomy.CheckFit(targets, trainingConditions);
        options.Null?.CheckIsGeneral();
        var dead = ReasonAgainst(training);
        string? Reason(Dichotomy target) => dead is not null ? dead : SideWithoutRows(target, trainingConditions) is { } side
            ? $"no training row is on the {side} side of '{target.Name}'"
            : null;
        var rows = RowSelection.ByCondition(trainingConditions, options.MaximumRowsPerCondition, options.Seed).SelectMany(r => r).Order().ToArray();
        using var data = DecoderData.Of([(training, rows), (testing, [.. Enumerable.Range(0, testing.Rows)])], options.Decoder.IsShiftInvariant);
        var codes = rows.Select(row => trainingConditions.Codes[row]).ToArray();
        var shuffle = options.Null is { Kind: NullKind.LabelShuffle } ? options.Null : null;
        var ways = DecodingRun.WithShuffles(codes, [0, codes.Length], shuffle)
            .Select(way => (int[])[.. way, .. testingConditions.Codes])
            .ToArray();
        var tables = Tables(
            data, [new TrainingSet([0])], _ => 1, ways, targets, options, Reason,
            tallies => DecodabilityTable.Build(targets, tallies, options, HeldOut, null, Reason));
        return new DecodedTable(tables[0], options.Null is null or { Kind: NullKind.LabelShuffle }
            ? tables[1..]
            : GeometricDraws(
                training, trainingConditions, testing, testingConditions, options,
                (r, t) => Evaluate(r, trainingConditions, t, testingConditions, targets, Inner(options))));
    }

    /// <summary>Checks that decoders of the training rows can be tested on the test rows.</summary>
    internal static void CheckTest(
        Representation training, ConditionLabels trainingConditions, Representation testing, ConditionLabels testingConditions)
    {
        ArgumentNullException.ThrowIfNull(trainingConditions);
        ArgumentNullException.ThrowIfNull(testingConditions);
        trainingConditions.CheckFit(training);
        testingConditions.CheckFit(testing);
        if (training.Width != testing.Width)
        {
            throw new ArgumentException($"The training rows have {training.Width} units, but the test rows have {testing.Width}.", nameof(testing));
        }

        if (!trainingConditions.Names.SequenceEqual(testingConditions.Names))
        {
            throw new ArgumentException("Training and test rows must be labelled with the same conditions in the same order.", nameof(testingConditions));
        }
    }

    /// <summary>The second part of a variant with cross-validation.</summary>
    internal static string ProtocolOf(DecodabilityOptions options) => string.Create(CultureInfo.InvariantCulture, $"{options.Folds}-fold");

    private static DecodabilityOptions Inner(DecodabilityOptions options) => options with { Null = null, MaximumThreads = 1 };

    private static IReadOnlyList<ScoreEntry>[] Tables(
        DecoderData data,
        TrainingSet[] sets,
        Func<int, int> testBlockOf,
        IReadOnlyList<int[]> ways,
        IReadOnlyList<Dichotomy> targets,
        DecodabilityOptions options,
        Func<Dichotomy, string?> reasonAgainst,
        Func<IReadOnlyList<DecodingTally[]>, IReadOnlyList<ScoreEntry>> table)
    {
        var kept = targets.Where(t => reasonAgainst(t) is null).ToArray();
        var tallies = DecodingRun.Of(data, sets, testBlockOf, ways, kept, options);
        return Array.ConvertAll(tallies, way =>
        {
            var next = 0;
            return table([.. targets.Select(t => reasonAgainst(t) is null ? way[next++] : [])]);
        });
    }

    /// <summary>Surrogates of all rows together, so that training and test rows of a condition move alike.</summary>
    private static IReadOnlyList<ScoreEntry>[] GeometricDraws(
        Representation training,
        ConditionLabels trainingConditions,
        Representation testing,
        ConditionLabels testingConditions,
        DecodabilityOptions options,
        Func<Representation, Representation, IReadOnlyList<ScoreEntry>> score)
    {
        var together = new Representation((float[])[.. training.Values, .. testing.Values], training.Rows + testing.Rows, training.Width);
        var conditions = trainingConditions.WithCodes((int[])[.. trainingConditions.Codes, .. testingConditions.Codes]);
        var split = training.Values.Length;
        return NullTest.Draw(
            together,
            conditions,
            (r, _) => score(
                new Representation(r.Values[..split].ToArray(), training.Rows, training.Width),
                new Representation(r.Values[split..].ToArray(), testing.Rows, testing.Width)),
            options.Null!,
            options.MaximumThreads);
    }

    private static string? ReasonAgainst(Representation representation) => RowSelection.IsConstant(representation) ? RowSelection.ConstantReason : null;

    private static string? TooFewToCrossValidate(ConditionLabels conditions) => RowSelection.TooFew(conditions, 2) is { } names
        ? $"cross-validation needs at least 2 rows of every condition; {names} has fewer"
        : null;

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
}
