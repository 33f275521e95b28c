using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>Comparison of dissimilarity matrices with those of the inputs and other columns, and with the target's dichotomies as models.</summary>
internal sealed class RdmRecipe(RdmOptions options) : ScoreRecipe
{
    public override string Name => "Rdm";

    public override SavedRecipe Saved => SavedRecipe.Of(Name, options);

    public override TargetUse Use => TargetUse.Values;

    public override bool IsCrossValidated => options.Dissimilarity == Dissimilarity.Crossnobis;

    public override IEnumerable<string> SlotNames(ScoreColumns columns, ScoreTargets targets) =>
    [
        .. columns.Compared.Where(name => name != columns.Target),
        .. columns.Target is not { } target ? [] : targets.Dichotomies.Count > 0 ? Names(targets.Dichotomies) : [target],
    ];

    public override IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreInput input)
    {
        var entries = new List<ScoreEntry>();
        for (int i = 0; i < input.Compared.Count; i++)
        {
            if (columns.Compared[i] != columns.Target)
            {
                entries.Add(Rdm.Evaluate(input.Embedding, input.Compared[i], columns.Compared[i], input.Conditions, options));
            }
        }

        return columns.Target is not { } target ? entries
            : input.Values is { } values ? [.. entries, Rdm.Evaluate(input.Embedding, values, target, input.Conditions, options)]
            : [.. entries, .. Rdm.Evaluate(input.Embedding, input.Targets.Dichotomies, input.Conditions, options)];
    }
}
