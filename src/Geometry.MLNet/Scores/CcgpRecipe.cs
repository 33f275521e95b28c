using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>Cross-condition generalisation of the target's dichotomies, or of all balanced ones.</summary>
internal sealed class CcgpRecipe(CcgpOptions options) : ScoreRecipe
{
    public override string Name => "Ccgp";

    public override SavedRecipe Saved => SavedRecipe.Of(Name, options);

    public override TargetUse Use => TargetUse.Dichotomies;

    public override bool ScoresAllDichotomies => true;

    public override ScoreRecipe Alone => new CcgpRecipe(options with { Null = null, MaximumThreads = 1 });

    public override ScoreRecipe WithNull(NullOptions nulls, int? threads) =>
        new CcgpRecipe(options with { Null = nulls, MaximumThreads = threads ?? options.MaximumThreads });

    public override bool HasDecoders => true;

    public override ScoreCost? Cost(int width, ScoreTargets targets) => 
        Ccgp.EstimateCost(width, targets.Conditions, targets.Dichotomies, options);

    public override IEnumerable<string> SlotNames(ScoreColumns columns, ScoreTargets targets) => Names(targets.Dichotomies);

    // The moments, and all decoders.
    public override long? NumbersHeld(ScoreColumns columns, ScoreTargets targets, int width) =>
        options is { Decoder: LeastSquaresDecoder { Weighting: ClassWeighting.None }, Null: null, MaximumRowsPerCondition: null }
            ? Moments(targets, width) + (Cost(width, targets)!.Fits * (width + 1))
            : null;

    // One pass gathers the moments that decoders are fitted to, another tests them.
    public override IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreTargets targets, StreamedRows rows)
    {
        var score = new StreamedCcgp(rows.Gather(), targets.Dichotomies, options);
        rows.Read((values, _, conditions) => score.Test(values, conditions));
        return score.Evaluate();
    }

    public override IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreInput input) =>
        Ccgp.Evaluate(input.Embedding, input.Conditions, input.Targets.Dichotomies, options);
}
