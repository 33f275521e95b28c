using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>Alignment with the inputs, with the target (all its outputs at once), or with both.</summary>
internal sealed class AlignmentRecipe(AlignmentOptions options) : ScoreRecipe
{
    public override string Name => "Alignment";

    public override TargetUse Use => TargetUse.Values;

    public override bool GoesWithoutConditions => options.Unit == AlignmentUnit.Rows;

    public override IEnumerable<string> SlotNames(ScoreColumns columns, ScoreTargets targets) => new[] { columns.Input, columns.Target }.OfType<string>();

    public override IReadOnlyList<ScoreEntry> Compute(ScoreColumns columns, ScoreInput input)
    {
        var entries = new List<ScoreEntry>();
        if (columns.Input is { } name)
        {
            entries.Add(Alignment.Evaluate(input.Embedding, input.Inputs!, name, input.Conditions, options));
        }

        if (columns.Target is { } target)
        {
            Representation outputs = input.Values ?? Representation.Signs(input.Targets.Dichotomies, input.Conditions);
            entries.Add(Alignment.Evaluate(input.Embedding, outputs, target, input.Conditions, options));
        }

        return entries;
    }
}
