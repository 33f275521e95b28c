using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>Cross-validated decodability of the target's dichotomies, or of all balanced ones.</summary>
internal sealed class DecodabilityRecipe(DecodabilityOptions options) : ScoreRecipe
{
    private static readonly (DecodingMeasures Measure, string Name)[] Measures =
        [(DecodingMeasures.Accuracy, "accuracy"), (DecodingMeasures.BalancedAccuracy, "balanced accuracy"), (DecodingMeasures.Auc, "AUC")];

    public override string Name => "Decodability";

    public override bool NeedsDichotomies => true;

    public override IEnumerable<string> SlotNames(ScoreColumns columns, IReadOnlyList<Dichotomy> dichotomies)
    {
        string[] measures = [.. Measures.Where(measure => options.Measures.HasFlag(measure.Measure)).Select(measure => measure.Name)];
        return measures.SelectMany(measure => Targets(dichotomies).Select(target => measures.Length == 1 ? target : $"{target} ({measure})"));
    }

    public override IReadOnlyList<ScoreEntry> Compute(
        ScoreColumns columns, ScoreData data, ConditionLabels conditions, IReadOnlyList<Dichotomy> dichotomies) =>
        Decodability.Evaluate(data.Embedding, conditions, dichotomies, options);
}
