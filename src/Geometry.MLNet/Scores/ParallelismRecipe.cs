using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>Parallelism of the target's dichotomies, or of all balanced ones.</summary>
internal sealed class ParallelismRecipe(ParallelismOptions options) : ScoreRecipe
{
    public override string Name => "Parallelism";

    public override SavedRecipe Saved => SavedRecipe.Of(Name, options);

    public override TargetUse Use => TargetUse.Dichotomies;

    public override bool ScoresAllDichotomies => true;

    public override ScoreRecipe Alone => new ParallelismRecipe(options with { Null = null, MaximumThreads = 1 });

    public override ScoreRecipe WithNull(NullOptions nulls, int? threads)
    {
        RequireGeneral(nulls);
        return new ParallelismRecipe(options with { Null = nulls, MaximumThreads = threads ?? options.MaximumThreads });
    }

    public override IEnumerable<string> SlotNames(ScoreColumns columns, ScoreTargets targets) => Names(targets.Dichotomies);

    public override IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreInput input) =>
        Parallelism.Evaluate(input.Embedding, input.Conditions, input.Targets.Dichotomies, options);
}
