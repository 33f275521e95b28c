using FsCheck;
using FsCheck.Fluent;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Stack.MicrosoftML.Evaluation;

public class BinaryEvaluationTests
{
    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void Area_under_roc_is_the_share_of_ordered_pairs_with_ties_as_halves()
    {
        // Few distinct scores, so that ties are common.
        var rows = Gen.ArrayOf(Gen.Zip(ArbMap.Default.GeneratorFor<bool>(), Gen.Choose(0, 6)), 40).Where(a => a.Any(r => r.Item1) && a.Any(r => !r.Item1));
        Prop.ForAll(Arb.From(rows), sample =>
        {
            var positive = sample.Where(r => r.Item1).Select(r => r.Item2).ToList();
            var negative = sample.Where(r => !r.Item1).Select(r => r.Item2).ToList();
            double expected = positive.Sum(p => negative.Sum(n => p > n ? 1.0 : p == n ? 0.5 : 0)) / (positive.Count * negative.Count);
            double found = Evaluate(sample.Select(r => new Scored(r.Item1, r.Item2 - 3))).AreaUnderRocCurve;
            return Math.Abs(found - expected) < 1e-9;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Counts_make_the_threshold_metrics()
    {
        // 3 true positives, 1 false negative, 2 false positives, 4 true negatives.
        var metrics = Evaluate([
            new(true, 1), new(true, 2), new(true, 3), new(true, -1),
            new(false, 1.5f), new(false, 0.5f), new(false, -2), new(false, -3), new(false, -4), new(false, -5),
        ]);

        metrics.Accuracy.ShouldBe(0.7, 1e-9);
        metrics.PositivePrecision.ShouldBe(0.6, 1e-9);
        metrics.PositiveRecall.ShouldBe(0.75, 1e-9);
        metrics.NegativePrecision.ShouldBe(0.8, 1e-9);
        metrics.NegativeRecall.ShouldBe(4 / 6.0, 1e-9);
        metrics.F1Score.ShouldBe(2 * 0.6 * 0.75 / 1.35, 1e-9);
        metrics.ConfusionMatrix.NumberOfClasses.ShouldBe(2);
        metrics.ConfusionMatrix.Counts[0].ShouldBe([3, 1]);
        metrics.ConfusionMatrix.Counts[1].ShouldBe([2, 4]);
    }

    [Fact]
    public void A_model_that_never_says_yes_has_no_nan()
    {
        var metrics = Evaluate([new(true, -1), new(false, -2)]);

        metrics.F1Score.ShouldBe(0);
        metrics.PositiveRecall.ShouldBe(0);
    }

    [Fact]
    public void Logarithms_are_to_base_two()
    {
        Scored[] rows = [new(true, 1) { Probability = 0.5f }, new(true, 2) { Probability = 0.25f }, new(false, -1) { Probability = 0.5f }, new(false, -2) { Probability = 0.875f }];

        var metrics = _ml.BinaryClassification.Evaluate(_ml.Data.LoadFromEnumerable(rows));

        metrics.LogLoss.ShouldBe((1 + 2 + 1 + 3) / 4.0, 1e-6);
        metrics.Entropy.ShouldBe(1, 1e-9);
        metrics.LogLossReduction.ShouldBe((1 - 1.75) / 1, 1e-6);
    }

    [Fact]
    public void Perfect_order_has_full_areas()
    {
        var metrics = Evaluate([new(true, 3), new(true, 2), new(false, -1), new(false, -2)]);

        metrics.AreaUnderRocCurve.ShouldBe(1, 1e-9);
        metrics.AreaUnderPrecisionRecallCurve.ShouldBe(1, 1e-9);
    }

    [Fact]
    public void One_class_alone_has_no_area()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Evaluate([new(false, 1), new(false, -1)]))
            .Message.ShouldBe("AUC is not defined when there is no positive class in the data (Parameter 'PosSample')");
        Should.Throw<ArgumentOutOfRangeException>(() => Evaluate([new(true, 1), new(true, -1)]))
            .Message.ShouldBe("AUC is not defined when there is no negative class in the data (Parameter 'NegSample')");
    }

    [Fact]
    public void A_missing_score_column_is_named()
    {
        var view = _ml.Data.LoadFromEnumerable([new { Label = true }]);

        Should.Throw<ArgumentOutOfRangeException>(() => _ml.BinaryClassification.EvaluateNonCalibrated(view))
            .Message.ShouldBe("Score column 'Score' not found (Parameter 'schema')");
    }

    [Fact]
    public void The_table_shows_counts_recall_and_precision()
    {
        string table = Evaluate([new(true, 1), new(true, 2), new(true, -3), new(false, -1)]).ConfusionMatrix.GetFormattedConfusionTable();

        string[] lines = table.Split('\n').Select(l => l.TrimEnd('\r')).Where(l => l.Length > 0).ToArray();
        lines.ShouldContain("Confusion table");
        lines.ShouldContain("          ||======================");
        lines.ShouldContain("PREDICTED || positive | negative | Recall");
        lines.ShouldContain("TRUTH     ||======================");
        lines.ShouldContain(" positive ||        2 |        1 | 0.6667");
        lines.ShouldContain(" negative ||        0 |        1 | 1.0000");
        lines.ShouldContain("Precision ||   1.0000 |   0.5000 |");
    }

    private BinaryClassificationMetrics Evaluate(IEnumerable<Scored> rows) =>
        _ml.BinaryClassification.EvaluateNonCalibrated(_ml.Data.LoadFromEnumerable(rows.ToList()));

    public sealed class Scored(bool label, float score)
    {
        public bool Label => label;

        public float Score => score;

        public bool PredictedLabel => score > 0;

        public float Probability { get; set; } = 0.5f;
    }
}
