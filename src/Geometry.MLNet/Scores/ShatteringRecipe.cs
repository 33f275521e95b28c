using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>Shattering dimensionality; the target is what was trained, so that the mean over the other dichotomies is an entry too.</summary>
internal sealed class ShatteringRecipe(ShatteringOptions options, bool heldOut) : ScoreRecipe
{
    public override string Name => "Shattering";

    public override SavedRecipe Saved => SavedRecipe.Of(Name, options);

    public override TargetUse Use => TargetUse.Dichotomies;

    public override bool IsCrossValidated => true;

    public override bool IsHeldOut => heldOut;

    public override ScoreRecipe Alone => new ShatteringRecipe(options with { IncludeDichotomies = false, Decoding = options.Decoding with { Null = null, MaximumThreads = 1 } }, heldOut);

    public override ScoreRecipe WithNull(NullOptions nulls, int? threads)
    {
        RequireGeneral(nulls);
        return new ShatteringRecipe(options with { Decoding = options.Decoding with { Null = nulls, MaximumThreads = threads ?? options.Decoding.MaximumThreads } }, heldOut);
    }

    public override bool HasDecoders => true;

    public override ScoreCost? Cost(int width, ScoreTargets targets) => heldOut
        ? Shattering.EstimateCost(width, targets.Conditions, targets.Conditions.Rows, options)
        : Shattering.EstimateCost(width, targets.Conditions, options);

    public override IEnumerable<string> SlotNames(ScoreColumns columns, ScoreTargets targets)
    {
        yield return ScoreEntry.MeanTarget;
        if (targets.Dichotomies.Count > 0)
        {
            yield return $"{string.Join(", ", targets.Dichotomies.Select(trained => trained.Name))} (untrained mean)";
        }

        if (options.Decoding.Null is not null)
        {
            yield return "(above chance)";
        }

        if (options.IncludeDichotomies)
        {
            foreach (Dichotomy dichotomy in Dichotomy.AllBalanced(targets.Conditions.Count, options.MaximumDichotomies, options.Decoding.Seed))
            {
                yield return NameOf(dichotomy, targets.Conditions);
            }
        }
    }

    public override IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreInput input) =>
        Named(Shattering.Evaluate(input.Embedding, input.Conditions, Trained(input)), input.Conditions);

    public override IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreInput training, ScoreInput testing) =>
        Named(Shattering.Evaluate(training.Embedding, training.Conditions, testing.Embedding, testing.Conditions, Trained(training)), training.Conditions);

    private ShatteringOptions Trained(ScoreInput input) => options with { Trained = input.Targets.Dichotomies };

    private IReadOnlyList<ScoreEntry> Named(IReadOnlyList<ScoreEntry> entries, ConditionLabels conditions)
    {
        if (!options.IncludeDichotomies)
        {
            return entries;
        }

        DichotomySet all = Dichotomy.AllBalanced(conditions.Count, options.MaximumDichotomies, options.Decoding.Seed);
        int summary = entries.Count - all.Count;
        return [.. entries.Take(summary), .. entries.Skip(summary).Select((entry, i) => entry with { Target = NameOf(all[i], conditions) })];
    }
}
