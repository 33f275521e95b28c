using Geometry.Scores;
using Microsoft.ML;

namespace Geometry.MLNet;

/// <summary>
/// Neural collapse of the classes of the target, or of the conditions where no target is named; with a readout, given or carried by the column,
/// NC3 and NC4 too.
/// </summary>
internal sealed class CollapseRecipe(LinearReadout? readout) : ScoreRecipe
{
    private static readonly string[] Variants = [.. ScoreCatalog.Find(NeuralCollapse.Name)!.Variants.Select(variant => variant.Name)];

    private ColumnReadout? _carried;

    public override string Name => "Collapse";

    public override SavedRecipe Saved => SavedRecipe.Of(Name, new CollapseOptions(
        readout is null ? null : new CollapseReadout(readout.Outputs, readout.Weights.ToArray(), readout.Biases.ToArray()), _carried is not null));

    public override TargetUse Use => TargetUse.Classes;

    private bool HasReadout => readout is not null || _carried is not null;

    // A readout of other classes than those that are scored says nothing about them.
    public override ScoreRecipe For(DataViewSchema.Column column, ScoreColumns columns, bool isFitted)
    {
        if (readout is not null || (isFitted && _carried is null))
        {
            return this;
        }

        ColumnReadout? carried = ReadoutAnnotation.Read(column) is { } found && found.Label == (columns.Target ?? OnlyOf(columns.Conditions)) ? found : null;
        return new CollapseRecipe(null) { _carried = carried ?? (isFitted ? ColumnReadout.None : null) };
    }

    public override IEnumerable<string> SlotNames(ScoreColumns columns, ScoreTargets targets) => targets.Classes.SelectMany(classes =>
        Variants.Where(variant => HasReadout || !ReadsReadout(variant)).Select(variant => $"{classes.Target} ({variant})"));

    // NC4 counts rows.
    public override bool NeedsOnlyMoments(ScoreColumns columns, ScoreTargets targets) => !HasReadout;

    public override IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreTargets targets, MomentAccumulator moments) =>
        [.. targets.Classes.SelectMany(classes => NeuralCollapse.Evaluate(moments, classes.Target, classes.Names, classes.ClassOf))];

    public override IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreInput input) => [.. input.Targets.Classes.SelectMany(classes =>
    {
        (LinearReadout? read, string? reason) = _carried is null ? (readout, null) : _carried.For(classes.Names, input.Embedding.Width);
        IReadOnlyList<ScoreEntry> entries = NeuralCollapse.Evaluate(input.Embedding, input.Conditions, classes.Target, classes.RowsOf(input.Conditions), read);
        return reason is null ? entries : [.. entries, .. Variants.Where(ReadsReadout).Select(variant => Undefined(variant, classes.Target, reason, input.Embedding.Rows))];
    })];

    /// <summary>The score of a saved one.</summary>
    /// <exception cref="ArgumentException">Its readout does not add up.</exception>
    public static CollapseRecipe Of(CollapseOptions saved) =>
        new(saved.Readout is { } given ? new LinearReadout(given.Weights, given.Biases, given.Outputs) : null) { _carried = saved.IsCarried ? ColumnReadout.None : null };

    private static bool ReadsReadout(string variant) => variant is "nc3" or "nc4";

    private static ScoreEntry Undefined(string variant, string target, string reason, long rows) =>
        new(NeuralCollapse.Name, variant, target, ScoreValue.Undefined(reason), null, rows, []);

    private static string? OnlyOf(IReadOnlyList<string> names) => names.Count == 1 ? names[0] : null;
}
