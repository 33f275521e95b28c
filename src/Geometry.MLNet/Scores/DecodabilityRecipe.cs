using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>Cross-validated decodability of the target's dichotomies, or of all balanced ones.</summary>
internal sealed class DecodabilityRecipe(DecodabilityOptions options) : ScoreRecipe
{
    public override string Name => "Decodability";

    public override bool NeedsDichotomies => true;

    public override IEnumerable<string> SlotNames(ScoreColumns columns, IReadOnlyList<Dichotomy> dichotomies) =>
        options.Measures == DecodingMeasures.Both
            ? Targets(dichotomies).Concat(Targets(dichotomies).Select(target => $"{target} (balanced)"))
            : Targets(dichotomies);

    public override IReadOnlyList<ScoreEntry> Compute(
        ScoreColumns columns, ScoreData data, ConditionLabels conditions, IReadOnlyList<Dichotomy> dichotomies) =>
        Decodability.Evaluate(data.Embedding, conditions, dichotomies, options);
}
