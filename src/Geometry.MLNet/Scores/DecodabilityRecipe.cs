using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>
/// Cross-validated decodability of the target's dichotomies, or of all balanced ones; of a target of more than two classes also of all
/// its classes together.
/// </summary>
internal sealed class DecodabilityRecipe(DecodabilityOptions options, bool heldOut) : ScoreRecipe
{
    private static readonly (DecodingMeasures Measure, string Name)[] Measures =
        [(DecodingMeasures.Accuracy, "accuracy"), (DecodingMeasures.BalancedAccuracy, "balanced accuracy"), (DecodingMeasures.Auc, "AUC")];

    public override string Name => "Decodability";

    public override SavedRecipe Saved => SavedRecipe.Of(Name, options);

    public override TargetUse Use => TargetUse.Dichotomies;

    public override bool ScoresAllDichotomies => true;

    public override bool IsCrossValidated => true;

    public override bool IsHeldOut => heldOut;

    public override ScoreRecipe Alone => new DecodabilityRecipe(options with { Null = null, MaximumThreads = 1 }, heldOut);

    public override ScoreRecipe WithNull(NullOptions nulls, int? threads)
    {
        RequireGeneral(nulls);
        return new DecodabilityRecipe(options with { Null = nulls, MaximumThreads = threads ?? options.MaximumThreads }, heldOut);
    }

    public override bool HasDecoders => true;

    public override ScoreCost? Cost(int width, ScoreTargets targets) => Multiclass(targets)
        .Select(classes => CostOf(width, targets.Conditions, classes.Names.Count))
        .Aggregate(CostOf(width, targets.Conditions, targets.Dichotomies.Count), (sum, cost) => sum.Plus(cost));

    public override IEnumerable<string> SlotNames(ScoreColumns columns, ScoreTargets targets)
    {
        string[] measures = [.. Measures.Where(measure => options.Measures.HasFlag(measure.Measure)).Select(measure => measure.Name)];
        return
        [
            .. measures.SelectMany(measure => Names(targets.Dichotomies).Select(target => measures.Length == 1 ? target : $"{target} ({measure})")),
            .. Multiclass(targets).SelectMany(classes => measures.Select(measure => $"{classes.Target} (multiclass {measure})")),
        ];
    }

    // The moments of each fold, and all decoders. All classes together are decoded from rows that are held.
    public override long? NumbersHeld(ScoreColumns columns, ScoreTargets targets, int width) =>
        !heldOut && options is { Decoder: LeastSquaresDecoder { Weighting: ClassWeighting.None }, Null: null, MaximumRowsPerCondition: null }
        && !options.Measures.HasFlag(DecodingMeasures.Auc) && !Multiclass(targets).Any()
            ? options.Folds * (Moments(targets, width) + ((long)targets.Dichotomies.Count * (width + 1)))
            : null;

    // The folds follow from the numbers of rows; then one pass gathers the moments of each fold, and another tests.
    public override IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreTargets targets, StreamedRows rows)
    {
        var score = new StreamedDecodability(targets.Conditions, rows.Count(), rows.Width, targets.Dichotomies, options);
        rows.Read((values, _, conditions) => score.Train(values, conditions));
        rows.Read((values, _, conditions) => score.Test(values, conditions));
        return score.Evaluate();
    }

    public override IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreInput input) =>
    [
        .. Decodability.Evaluate(input.Embedding, input.Conditions, input.Targets.Dichotomies, options),
        .. Multiclass(input.Targets).SelectMany(classes =>
            Decodability.EvaluateClasses(input.Embedding, input.Conditions, classes.Target, classes.RowsOf(input.Conditions), options)),
    ];

    public override IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreInput training, ScoreInput testing) =>
    [
        .. Decodability.Evaluate(
            training.Embedding, training.Conditions, testing.Embedding, testing.Conditions, training.Targets.Dichotomies, options),
        .. Multiclass(training.Targets).SelectMany(classes => Decodability.EvaluateClasses(
            training.Embedding, training.Conditions, testing.Embedding, testing.Conditions, classes.Target, classes.RowsOf(training.Conditions), options)),
    ];

    // How many rows will be tested is not known, and matters little: taken to be as many as are trained on.
    private ScoreCost CostOf(int width, ConditionLabels conditions, int targets) => heldOut
        ? Decodability.EstimateCost(width, conditions, conditions.Rows, targets, options)
        : Decodability.EstimateCost(width, conditions, targets, options);

    private static IEnumerable<TargetClasses> Multiclass(ScoreTargets targets) => targets.Classes.Where(classes => classes.Names.Count > 2);
}
