using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>Shattering dimensionality; the target is what was trained, so that the mean over the other dichotomies is an entry too.</summary>
internal sealed class ShatteringRecipe(ShatteringOptions options) : ScoreRecipe
{
    public override string Name => "Shattering";

    public override TargetUse Use => TargetUse.Dichotomies;

    public override bool IsCrossValidated => true;

    public override ScoreRecipe Alone => new ShatteringRecipe(options with { IncludeDichotomies = false, Decoding = options.Decoding with { Null = null, MaximumThreads = 1 } });

    public override ScoreRecipe WithNull(NullOptions nulls, int? threads)
    {
        RequireGeneral(nulls);
        return new ShatteringRecipe(options with { Decoding = options.Decoding with { Null = nulls, MaximumThreads = threads ?? options.Decoding.MaximumThreads } });
    }

    public override bool HasDecoders => true;

    public override ScoreCost? Cost(int width, ScoreTargets targets) => Shattering.EstimateCost(width, targets.Conditions, options);

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

    public override IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreInput input)
    {
        IReadOnlyList<ScoreEntry> entries = Shattering.Evaluate(input.Embedding, input.Conditions, options with { Trained = input.Targets.Dichotomies });
        if (!options.IncludeDichotomies)
        {
            return entries;
        }

        DichotomySet all = Dichotomy.AllBalanced(input.Conditions.Count, options.MaximumDichotomies, options.Decoding.Seed);
        int summary = entries.Count - all.Count;
        return [.. entries.Take(summary), .. entries.Skip(summary).Select((entry, i) => entry with { Target = NameOf(all[i], input.Conditions) })];
    }
}
