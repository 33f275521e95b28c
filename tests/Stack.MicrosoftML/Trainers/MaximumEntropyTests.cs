using Microsoft.ML;
using Microsoft.ML.Data;

namespace Stack.MicrosoftML.Trainers;

public class MaximumEntropyTests
{
    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void One_feature_a_group_gives_the_class_frequencies_of_each_group()
    {
        // Group g holds classes in its own proportions; with an indicator feature for each group the model can match them.
        int[][] counts = [[60, 30, 10], [20, 20, 60]];
        var rows = counts.SelectMany((classes, g) => classes.SelectMany((n, c) => Enumerable.Repeat(new Problems.Row
        {
            Class = $"class {c}",
            Features = [g == 0 ? 1 : 0, g == 1 ? 1 : 0, 0, 0],
        }, n))).ToList();

        var scored = FitAndScore(rows, l1: 0, l2: 0);

        var scores = scored.GetColumn<float[]>("Score").ToList();
        float[] first = scores[0], last = scores[^1];
        for (int c = 0; c < 3; c++)
        {
            first[c].ShouldBe(counts[0][c] / 100f, 0.01f);
            last[c].ShouldBe(counts[1][c] / 100f, 0.01f);
        }
    }

    [Fact]
    public void Gradient_vanishes_at_the_solution()
    {
        var rows = Problems.Overlapping(300);
        var keyed = Keyed(rows);
        var model = _ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(l1Regularization: 0, l2Regularization: 2).Fit(keyed);
        var scores = model.Transform(keyed).GetColumn<float[]>("Score").ToList();
        VBuffer<float>[]? weights = null;
        model.Model.GetWeights(ref weights, out int classes);
        classes.ShouldBe(3);
        model.Model.GetBiases().Count().ShouldBe(3);
        var order = rows.Select(r => r.Class).Distinct().ToList();

        for (int c = 0; c < classes; c++)
        {
            for (int k = 0; k < Problems.Width; k++)
            {
                double gradient = rows.Select((row, i) => (scores[i][c] - (row.Class == order[c] ? 1.0 : 0)) * row.Features[k]).Sum();
                (gradient + 2 * weights![c].GetItemOrDefault(k)).ShouldBe(0, 0.4);
            }
        }
    }

    [Fact]
    public void Prediction_is_the_key_of_the_best_score_and_names_its_class()
    {
        var rows = Problems.Overlapping(200);

        var scored = FitAndScore(rows, 0, 0.1f);

        var schema = scored.Schema;
        schema["PredictedLabel"].HasKeyValues().ShouldBeTrue();
        schema["Score"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Single, 3));
        schema["Score"].HasSlotNames().ShouldBeTrue();
        var slots = default(VBuffer<ReadOnlyMemory<char>>);
        schema["Score"].GetSlotNames(ref slots);
        string[] names = [.. slots.DenseValues().Select(n => n.ToString())];
        names.ShouldBe(rows.Select(r => r.Class).Distinct());
        var training = default(VBuffer<ReadOnlyMemory<char>>);
        schema["Score"].Annotations.GetValue("TrainingLabelValues", ref training);
        training.DenseValues().Select(n => n.ToString()).ShouldBe(names);

        var text = _ml.Transforms.Conversion.MapKeyToValue("PredictedLabel").Fit(scored).Transform(scored).GetColumn<string>("PredictedLabel");
        foreach (var (score, predicted) in scored.GetColumn<float[]>("Score").Zip(text))
        {
            score.Sum().ShouldBe(1, 1e-4f);
            predicted.ShouldBe(names[Array.IndexOf(score, score.Max())]);
        }
    }

    [Fact]
    public void A_label_that_is_no_key_is_refused()
    {
        var view = Problems.View(_ml, Problems.Overlapping(10));
        var trainer = _ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy("Class");

        Should.Throw<ArgumentOutOfRangeException>(() => new EstimatorChain<ITransformer>().Append(trainer).Fit(view))
            .Message.ShouldBe("Schema mismatch for label column 'Class': expected Key<UInt32>, got String (Parameter 'labelCol')");
    }

    private IDataView Keyed(List<Problems.Row> rows)
    {
        var view = Problems.View(_ml, rows);
        return _ml.Transforms.Conversion.MapValueToKey("Label", "Class").Fit(view).Transform(view);
    }

    private IDataView FitAndScore(List<Problems.Row> rows, float l1, float l2)
    {
        var keyed = Keyed(rows);
        return _ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy(l1Regularization: l1, l2Regularization: l2).Fit(keyed).Transform(keyed);
    }
}
