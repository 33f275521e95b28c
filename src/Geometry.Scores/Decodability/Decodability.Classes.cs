namespace Geometry.Scores;

/// <content>Targets of several classes.</content>
public static partial class Decodability
{
    /// <summary>
    /// Measures by cross-validation how well the classes of a target are told apart: one decoder a class against the rest, and the largest
    /// decision value answers (of k equal ones each counts 1/k). Chance is one over the number of classes. Folds are those of the
    /// dichotomies. The area under the curve is the mean over classes of that against the rest.
    /// </summary>
    /// <param name="representation">The responses.</param>
    /// <param name="conditions">The condition of each row.</param>
    /// <param name="targetName">The target's name, for <see cref="ScoreEntry.Target"/>.</param>
    /// <param name="classes">The class of each row, the same within a condition.</param>
    /// <param name="options">How to measure; null for the defaults.</param>
    /// <returns>An entry for each measure, whose N is the number of test rows.</returns>
    /// <exception cref="ArgumentException">Rows do not fit together, or a condition has rows of two classes.</exception>
    public static IReadOnlyList<ScoreEntry> EvaluateClasses(
        Representation representation, ConditionLabels conditions, string targetName, ConditionLabels classes, DecodabilityOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        conditions.CheckFit(representation);
        var classOf = conditions.ClassOfEach(targetName, classes);
        options ??= new DecodabilityOptions();
        options.Null?.CheckIsGeneral();
        var protocol = ProtocolOf(options);
        var reason = ReasonAgainst(representation) ?? ReasonAgainst(classes, targetName) ?? TooFewToCrossValidate(conditions);
        if (reason is not null)
        {
            return MulticlassRun.Entries(targetName, protocol, options, _ => new ScoreEntry("", "", "", ScoreValue.Undefined(reason), null, 0, []));
        }

        var plan = FoldPlan.Of(conditions, options);
        using var data = DecoderData.Of([.. plan.Rows.Select(rows => (representation, rows))], options.Decoder.IsShiftInvariant);
        var codes = plan.Rows.SelectMany(rows => rows).Select(row => conditions.Codes[row]).ToArray();
        var shuffle = options.Null is { Kind: NullKind.LabelShuffle } ? options.Null : null;
        var truths = DecodingRun.WithShuffles(codes, data.BlockStarts, shuffle).Select(way => Array.ConvertAll(way, code => classOf[code])).ToArray();
        var tallies = MulticlassRun.Of(data, plan.TrainingSets, fold => fold, truths, classes.Count, options);
        var tables = Array.ConvertAll(tallies, parts => MulticlassRun.Table(parts, classes.Count, targetName, protocol, options, plan.Warning));
        return new DecodedTable(tables[0], options.Null is null or { Kind: NullKind.LabelShuffle }
            ? tables[1..]
            : NullTest.Draw(
                representation, conditions, (r, c) => EvaluateClasses(r, c, targetName, classes, Inner(options)), options.Null, options.MaximumThreads))
            .WithNull(options.Null);
    }

    /// <summary>Measures the same on a test representation that was not trained on.</summary>
    /// <param name="training">The responses to train on.</param>
    /// <param name="trainingConditions">The condition of each training row.</param>
    /// <param name="testing">The responses to test on, of the same units.</param>
    /// <param name="testingConditions">The condition of each test row, with the same condition names in the same order.</param>
    /// <param name="targetName">The target's name, for <see cref="ScoreEntry.Target"/>.</param>
    /// <param name="trainingClasses">The class of each training row, the same within a condition; test rows are of their condition's class.</param>
    /// <param name="options">How to measure; null for the defaults.</param>
    /// <returns>Entries as in cross-validation.</returns>
    /// <exception cref="ArgumentException">Rows, units or conditions do not fit together, or a condition has rows of two classes.</exception>
    public static IReadOnlyList<ScoreEntry> EvaluateClasses(
        Representation training,
        ConditionLabels trainingConditions,
        Representation testing,
        ConditionLabels testingConditions,
        string targetName,
        ConditionLabels trainingClasses,
        DecodabilityOptions? options = null)
    {
        CheckTest(training, trainingConditions, testing, testingConditions);
        var classOf = trainingConditions.ClassOfEach(targetName, trainingClasses);
        options ??= new DecodabilityOptions();
        options.Null?.CheckIsGeneral();
        var untrained = Enumerable.Range(0, classOf.Length).FirstOrDefault(c => classOf[c] < 0 && testingConditions.RowsOf[c] > 0, -1);
        var reason = ReasonAgainst(training)
            ?? ReasonAgainst(trainingClasses, targetName)
            ?? (untrained >= 0 ? $"there are no training rows of '{trainingConditions.Names[untrained]}', so the class of its test rows is not known" : null);
        if (reason is not null)
        {
            return MulticlassRun.Entries(targetName, HeldOut, options, _ => new ScoreEntry("", "", "", ScoreValue.Undefined(reason), null, 0, []));
        }

        var rows = RowSelection.ByCondition(trainingConditions, options.MaximumRowsPerCondition, options.Seed).SelectMany(r => r).Order().ToArray();
        using var data = DecoderData.Of([(training, rows), (testing, [.. Enumerable.Range(0, testing.Rows)])], options.Decoder.IsShiftInvariant);
        var codes = rows.Select(row => trainingConditions.Codes[row]).ToArray();
        var shuffle = options.Null is { Kind: NullKind.LabelShuffle } ? options.Null : null;
        var truths = DecodingRun.WithShuffles(codes, [0, codes.Length], shuffle)
            .Select(way => Array.ConvertAll((int[])[.. way, .. testingConditions.Codes], code => classOf[code]))
            .ToArray();
        var tallies = MulticlassRun.Of(data, [new TrainingSet([0])], _ => 1, truths, trainingClasses.Count, options);
        var tables = Array.ConvertAll(tallies, parts => MulticlassRun.Table(parts, trainingClasses.Count, targetName, HeldOut, options, null));
        return new DecodedTable(tables[0], options.Null is null or { Kind: NullKind.LabelShuffle }
            ? tables[1..]
            : GeometricDraws(
                training, trainingConditions, testing, testingConditions, options,
                (r, t) => EvaluateClasses(r, trainingConditions, t, testingConditions, targetName, trainingClasses, Inner(options))))
            .WithNull(options.Null);
    }

    private static string? ReasonAgainst(ConditionLabels classes, string targetName) =>
        classes.Count < 2 ? $"'{targetName}' has only one class"
        : RowSelection.TooFew(classes, 1) is { } names ? $"there are no rows of class {names}"
        : null;
}
