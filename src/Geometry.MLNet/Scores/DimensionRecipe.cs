using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>Dimension of the means of the conditions, or of the rows where no conditions are named.</summary>
internal sealed class DimensionRecipe(DimensionOptions options) : ScoreRecipe
{
    public override string Name => "Dimension";

    public override SavedRecipe Saved => SavedRecipe.Of(Name, options);

    public override TargetUse Use => TargetUse.Values;

    public override bool GoesWithoutConditions => true;

    public override IEnumerable<string> SlotNames(ScoreColumns columns, ScoreTargets targets) => [$"{options.Measure}"];

    public override bool NeedsOnlyMoments(ScoreColumns columns, ScoreTargets targets) => true;

    public override IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreTargets targets, MomentAccumulator moments) =>
        [Dimension.Evaluate(moments, columns.Conditions.Count > 0 ? AlignmentUnit.ConditionMeans : AlignmentUnit.Rows, options)];

    public override IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreInput input) =>
        [Dimension.Evaluate(input.Embedding, columns.Conditions.Count > 0 ? input.Conditions : null, options)];
}
