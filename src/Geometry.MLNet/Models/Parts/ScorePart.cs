using Microsoft.ML;

namespace Geometry.MLNet;

/// <summary>Scores in model files: what is computed, and the conditions and targets that fitting learned.</summary>
internal sealed class ScorePart : PartFormat<ScoreTransformer>
{
    private const int Newest = 1;

    private sealed record Saved(
        int Version, string Output, SavedRecipe Recipe, ScoreColumns Columns, SavedConditions Conditions, SavedTargets Targets, IReadOnlyList<string> SlotNames, long Memory);

    public override string Kind => "score";

    public override ITransformer Read(PartReader reader)
    {
        Saved saved = reader.Describe<Saved>(Newest);
        if (saved.Memory < 0 || saved.SlotNames.Count == 0)
        {
            throw new FormatException("it has no slots, or a negative memory");
        }

        var plan = new ScorePlan(saved.Targets.ToTargets(saved.Conditions.ToConditions()), saved.SlotNames);
        return new ScoreTransformer(saved.Recipe.ToRecipe(), saved.Columns, saved.Output, plan, training: null, saved.Memory);
    }

    protected override (IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs) Columns(ScoreTransformer transformer)
    {
        (_, ScoreColumns columns, ScorePlan plan, _) = transformer.Settings;
        return ([.. columns.Numbers, .. columns.Conditions, .. plan.ReadsTarget(columns) ? [columns.Target!] : Array.Empty<string>()], [transformer.OutputColumnName]);
    }

    protected override void Write(ScoreTransformer transformer, PartWriter writer)
    {
        (ScoreRecipe recipe, ScoreColumns columns, ScorePlan plan, long memory) = transformer.Settings;
        if (recipe.IsHeldOut)
        {
            throw new NotSupportedException(
                $"The score '{transformer.OutputColumnName}' trains its decoders on the view that it was fitted on, which a model file cannot hold. "
                + "Append scores with TransformerScope.Testing and save chain.GetModelFor(TransformerScope.Scoring).");
        }

        writer.Describe(new Saved(
            Newest, transformer.OutputColumnName, recipe.Saved, columns, SavedConditions.Of(plan.Targets.Conditions), SavedTargets.Of(plan.Targets), plan.SlotNames, memory));
    }
}
