using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>Cross-condition generalisation of the target's dichotomies, or of all balanced ones.</summary>
internal sealed class CcgpRecipe(CcgpOptions options) : ScoreRecipe
{
    public override string Name => "Ccgp";

    public override bool NeedsDichotomies => true;

    public override IEnumerable<string> SlotNames(ScoreColumns columns, IReadOnlyList<Dichotomy> dichotomies) => Targets(dichotomies);

    public override IReadOnlyList<ScoreEntry> Compute(
        ScoreColumns columns, ScoreData data, ConditionLabels conditions, IReadOnlyList<Dichotomy> dichotomies) =>
        Ccgp.Evaluate(data.Embedding, conditions, dichotomies, options);
}
