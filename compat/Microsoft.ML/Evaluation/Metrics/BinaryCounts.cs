namespace Microsoft.ML.Data;

/// <summary>The four counts of a decision between two classes.</summary>
internal readonly record struct BinaryCounts(double TruePositive, double FalseNegative, double FalsePositive, double TrueNegative)
{
    public double Accuracy => (TruePositive + TrueNegative) / (TruePositive + FalseNegative + FalsePositive + TrueNegative);

    public double PositivePrecision => Ratio(TruePositive, FalsePositive);

    public double PositiveRecall => Ratio(TruePositive, FalseNegative);

    public double NegativePrecision => Ratio(TrueNegative, FalseNegative);

    public double NegativeRecall => Ratio(TrueNegative, FalsePositive);

    public double F1 => PositivePrecision + PositiveRecall is var sum and > 0 ? 2 * PositivePrecision * PositiveRecall / sum : 0;

    public ConfusionMatrix ToConfusionMatrix() =>
        new([[TruePositive, FalseNegative], [FalsePositive, TrueNegative]], ["positive", "negative"], isBinary: true);

    private static double Ratio(double part, double rest) => part + rest > 0 ? part / (part + rest) : 0;
}
