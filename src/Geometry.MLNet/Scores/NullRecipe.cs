using Geometry.Scores;
using Microsoft.ML;

namespace Geometry.MLNet;

/// <summary>A score with its null, for scores whose options hold none.</summary>
internal sealed class NullRecipe(ScoreRecipe score, NullOptions options, int? maximumThreads) : ScoreRecipe
{
    public override string Name => score.Name;

    public override SavedRecipe Saved => SavedRecipe.Of(SavedRecipe.Null, options, score.Saved, maximumThreads);

    public override TargetUse Use => score.Use;

    public override bool ScoresAllDichotomies => score.ScoresAllDichotomies;

    public override bool GoesWithoutConditions => score.GoesWithoutConditions;

    public override bool IsCrossValidated => score.IsCrossValidated;

    public override ScoreRecipe Alone => score.Alone;

    public override ScoreRecipe For(DataViewSchema.Column column, ScoreColumns columns, bool isFitted) =>
        new NullRecipe(score.For(column, columns, isFitted), options, maximumThreads);

    public override IEnumerable<string> SlotNames(ScoreColumns columns, ScoreTargets targets) => score.SlotNames(columns, targets);

    public override IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreInput input)
    {
        if (options.Kind == NullKind.Geometric)
        {
            return NullTest.Evaluate(
                input.Embedding, input.Conditions, (surrogate, _) => score.Compute(columns, input with { Embedding = surrogate }), options, maximumThreads);
        }

        // The rows of the embedding are shuffled against all others, so that inputs stay with their conditions.
        var rows = new ConditionLabels([.. Enumerable.Range(0, input.Conditions.Rows)], [.. Enumerable.Range(0, input.Conditions.Rows).Select(row => $"{row}")]);
        return NullTest.Evaluate(
            input.Embedding, rows, (_, order) => score.Compute(columns, input.Reordered(order.Codes)), options, maximumThreads);
    }
}
