using Microsoft.ML;
using Microsoft.ML.Data;

namespace Stack.MicrosoftML.Evaluation;

public class MulticlassEvaluationTests
{
    private static readonly Scored[] Rows =
    [
        new(1, 0.5f, 0.25f, 0.25f),
        new(1, 0.25f, 0.5f, 0.25f),
        new(2, 0.1f, 0.8f, 0.1f),
        new(3, 0.2f, 0.3f, 0.5f),
        new(3, 0.6f, 0.15f, 0.25f),
        new(3, 0.1f, 0.1f, 0.8f),
    ];

    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void Accuracies_count_rows_and_classes()
    {
        var metrics = Evaluate();

        metrics.MicroAccuracy.ShouldBe(4 / 6.0, 1e-9);
        metrics.MacroAccuracy.ShouldBe((1 / 2.0 + 1 + 2 / 3.0) / 3, 1e-9);
    }

    [Fact]
    public void Log_loss_is_natural()
    {
        var metrics = Evaluate();

        double loss = -new[] { 0.5, 0.25, 0.8, 0.5, 0.25, 0.8 }.Sum(Math.Log) / 6;
        metrics.LogLoss.ShouldBe(loss, 1e-6);
        metrics.PerClassLogLoss[0].ShouldBe(-(Math.Log(0.5) + Math.Log(0.25)) / 2, 1e-6);
        double prior = -(2 / 6.0 * Math.Log(2 / 6.0) + 1 / 6.0 * Math.Log(1 / 6.0) + 0.5 * Math.Log(0.5));
        metrics.LogLossReduction.ShouldBe((prior - loss) / prior, 1e-6);
    }

    [Fact]
    public void Top_k_grows_with_k()
    {
        var metrics = Evaluate(topK: 2);

        metrics.TopKPredictionCount.ShouldBe(2);
        metrics.TopKAccuracy.ShouldBe(1, 1e-9);
    }

    [Fact]
    public void Confusion_matrix_has_true_classes_in_rows()
    {
        var matrix = Evaluate().ConfusionMatrix;

        matrix.NumberOfClasses.ShouldBe(3);
        matrix.Counts[0].ShouldBe([1, 1, 0]);
        matrix.Counts[1].ShouldBe([0, 1, 0]);
        matrix.Counts[2].ShouldBe([1, 0, 2]);
        matrix.PerClassRecall[2].ShouldBe(2 / 3.0, 1e-9);
        matrix.PerClassPrecision[0].ShouldBe(1 / 2.0, 1e-9);
    }

    [Fact]
    public void A_score_that_is_no_vector_is_refused()
    {
        var view = _ml.Data.LoadFromEnumerable([new { Label = 1f, Score = 2f, PredictedLabel = 1f }]);

        Should.Throw<ArgumentOutOfRangeException>(() => _ml.MulticlassClassification.Evaluate(view))
            .Message.ShouldContain("Schema mismatch for score column 'Score': expected vector of two or more items of type Single, got Single");
    }

    private MulticlassClassificationMetrics Evaluate(int topK = 0) =>
        _ml.MulticlassClassification.Evaluate(_ml.Data.LoadFromEnumerable(Rows), topKPredictionCount: topK);

    public sealed class Scored(uint label, params float[] score)
    {
        [KeyType(3)]
        public uint Label => label;

        [VectorType(3)]
        public float[] Score => score;

        [KeyType(3)]
        public uint PredictedLabel => (uint)Array.IndexOf(score, score.Max()) + 1;
    }
}
