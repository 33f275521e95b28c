using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>Neural collapse of the classes of the target, or of the conditions where no target is named; with a readout NC3 and NC4 too.</summary>
internal sealed class CollapseRecipe(LinearReadout? readout) : ScoreRecipe
{
    private static readonly string[] Variants = [.. ScoreCatalog.Find(NeuralCollapse.Name)!.Variants.Select(variant => variant.Name)];

    public override string Name => "Collapse";

    public override TargetUse Use => TargetUse.Classes;

    public override IEnumerable<string> SlotNames(ScoreColumns columns, ScoreTargets targets) => targets.Classes.SelectMany(classes =>
        Variants.Where(variant => readout is not null || variant is not ("nc3" or "nc4")).Select(variant => $"{classes.Target} ({variant})"));

    // NC4 counts rows.
    public override bool NeedsOnlyMoments(ScoreColumns columns, ScoreTargets targets) => readout is null;

    public override IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreTargets targets, MomentAccumulator moments) =>
        [.. targets.Classes.SelectMany(classes => NeuralCollapse.Evaluate(moments, classes.Target, classes.Names, classes.ClassOf))];

    public override IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreInput input) => [.. input.Targets.Classes.SelectMany(classes =>
        NeuralCollapse.Evaluate(input.Embedding, input.Conditions, classes.Target, classes.RowsOf(input.Conditions), readout))];
}
