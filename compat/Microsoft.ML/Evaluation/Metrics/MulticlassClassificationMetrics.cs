namespace Microsoft.ML.Data;

/// <summary>How well scores pick one of several classes. Logarithms are natural.</summary>
public sealed class MulticlassClassificationMetrics
{
    internal MulticlassClassificationMetrics(MulticlassPredictions predictions, string[] names, int topK)
    {
        ConfusionMatrix = predictions.ToConfusionMatrix(names);
        MicroAccuracy = predictions.TopKAccuracy(1);
        MacroAccuracy = predictions.MacroAccuracy();
        LogLoss = predictions.LogLoss();
        double entropy = predictions.Entropy();
        LogLossReduction = (entropy - LogLoss) / entropy;
        PerClassLogLoss = predictions.PerClassLogLoss();
        TopKPredictionCount = topK;
        TopKAccuracyForAllK = [.. Enumerable.Range(1, topK).Select(predictions.TopKAccuracy)];
        TopKAccuracy = topK > 0 ? TopKAccuracyForAllK[^1] : 0;
    }

    public double LogLoss { get; }

    public double LogLossReduction { get; }

    public double MacroAccuracy { get; }

    public double MicroAccuracy { get; }

    public double TopKAccuracy { get; }

    public int TopKPredictionCount { get; }

    public IReadOnlyList<double> TopKAccuracyForAllK { get; }

    public IReadOnlyList<double> PerClassLogLoss { get; }

    public ConfusionMatrix ConfusionMatrix { get; }
}
