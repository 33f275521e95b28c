namespace Microsoft.ML.Data;

/// <summary>How well a score separates two classes.</summary>
public class BinaryClassificationMetrics
{
    private protected BinaryClassificationMetrics(BinaryCounts counts, double areaUnderRocCurve, double areaUnderPrecisionRecallCurve)
    {
        AreaUnderRocCurve = areaUnderRocCurve;
        AreaUnderPrecisionRecallCurve = areaUnderPrecisionRecallCurve;
        Accuracy = counts.Accuracy;
        PositivePrecision = counts.PositivePrecision;
        PositiveRecall = counts.PositiveRecall;
        NegativePrecision = counts.NegativePrecision;
        NegativeRecall = counts.NegativeRecall;
        F1Score = counts.F1;
        ConfusionMatrix = counts.ToConfusionMatrix();
    }

    public double AreaUnderRocCurve { get; }

    public double Accuracy { get; }

    public double PositivePrecision { get; }

    public double PositiveRecall { get; }

    public double NegativePrecision { get; }

    public double NegativeRecall { get; }

    public double F1Score { get; }

    public double AreaUnderPrecisionRecallCurve { get; }

    public ConfusionMatrix ConfusionMatrix { get; }

    internal static BinaryClassificationMetrics Of(BinaryPredictions predictions) =>
        new(predictions.Count(), predictions.AreaUnderRocCurve(), predictions.AreaUnderPrecisionRecallCurve());
}
