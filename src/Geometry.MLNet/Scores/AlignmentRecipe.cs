using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>Alignment with the inputs, with the target (all its outputs at once), or with both.</summary>
internal sealed class AlignmentRecipe(AlignmentOptions options) : ScoreRecipe
{
    public override string Name => "Alignment";

    public override bool NeedsDichotomies => false;

    public override IEnumerable<string> SlotNames(ScoreColumns columns, IReadOnlyList<Dichotomy> dichotomies) =>
        new[] { columns.Input, columns.Target }.OfType<string>();

    public override IReadOnlyList<ScoreEntry> Compute(
        ScoreColumns columns, ScoreData data, ConditionLabels conditions, IReadOnlyList<Dichotomy> dichotomies)
    {
        var entries = new List<ScoreEntry>();
        Representation embedding = data.Embedding;
        if (columns.Input is { } input)
        {
            entries.Add(Alignment.Evaluate(embedding, data.Input, input, conditions, options));
        }

        if (columns.Target is { } target)
        {
            Representation outputs = dichotomies.Count > 0 ? Representation.Signs(dichotomies, conditions) : data.Target!.Matrix();
            entries.Add(Alignment.Evaluate(embedding, outputs, target, conditions, options));
        }

        return entries;
    }
}
