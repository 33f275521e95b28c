using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>Alignment with the inputs, with other columns, and with the target (all its outputs at once).</summary>
internal sealed class AlignmentRecipe(AlignmentOptions options) : ScoreRecipe
{
    public override string Name => "Alignment";

    public override SavedRecipe Saved => SavedRecipe.Of(Name, options);

    public override TargetUse Use => TargetUse.Values;

    public override bool GoesWithoutConditions => options.Unit == AlignmentUnit.Rows;

    public override IEnumerable<string> SlotNames(ScoreColumns columns, ScoreTargets targets) =>
        columns.Target is { } target ? [.. columns.Compared.Where(name => name != target), target] : columns.Compared;

    // The target is one dichotomy here, or there is none; the moments are of the embedding and of one column to compare with.
    public override bool NeedsOnlyMoments(ScoreColumns columns, ScoreTargets targets) => options.Kind != AlignmentKind.Minibatch
        && columns.Compared.Count <= 1 && columns.Compared.SingleOrDefault() == columns.Input
        && (columns.Target is null || (targets.Dichotomies.Count == 1 && targets.Dichotomies[0].Name == columns.Target)) && columns.Input != (columns.Target ?? "");

    public override IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreTargets targets, MomentAccumulator moments) =>
    [
        .. columns.Input is { } name ? [Alignment.Evaluate(moments, name, options)] : Array.Empty<ScoreEntry>(),
        .. columns.Target is null ? [] : Alignment.Evaluate(moments, targets.Dichotomies, options),
    ];

    public override IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreInput input)
    {
        var entries = new List<ScoreEntry>();
        for (int i = 0; i < input.Compared.Count; i++)
        {
            if (columns.Compared[i] != columns.Target)
            {
                entries.Add(Alignment.Evaluate(input.Embedding, input.Compared[i], columns.Compared[i], input.Conditions, options));
            }
        }

        if (columns.Target is { } target)
        {
            Representation outputs = input.Values ?? Representation.Signs(input.Targets.Dichotomies, input.Conditions);
            entries.Add(Alignment.Evaluate(input.Embedding, outputs, target, input.Conditions, options, columns.Input is null ? null : input.Compared[0]));
        }

        return entries;
    }
}
