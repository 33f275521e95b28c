namespace Microsoft.ML.Data;

/// <summary>How well a score separates two classes, and how well its probabilities fit. Logarithms are to base 2.</summary>
public sealed class CalibratedBinaryClassificationMetrics : BinaryClassificationMetrics
{
    private CalibratedBinaryClassificationMetrics(BinaryPredictions predictions)
        : base(predictions.Count(), predictions.AreaUnderRocCurve(), predictions.AreaUnderPrecisionRecallCurve())
    {
        LogLoss = predictions.LogLoss();
        Entropy = predictions.Entropy();
        LogLossReduction = (Entropy - LogLoss) / Entropy;
    }

    public double LogLoss { get; }

    public double LogLossReduction { get; }

    public double Entropy { get; }

    internal static new CalibratedBinaryClassificationMetrics Of(BinaryPredictions predictions) => new(predictions);
}
