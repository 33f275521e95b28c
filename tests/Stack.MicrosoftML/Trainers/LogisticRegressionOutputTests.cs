using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Stack.MicrosoftML.Trainers;

public class LogisticRegressionOutputTests
{
    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void Probability_is_the_logistic_function_of_the_linear_score()
    {
        var rows = Problems.Overlapping(100);
        var view = Problems.View(_ml, rows);
        var transformer = _ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(view);
        var model = transformer.Model.SubModel;

        var predictions = _ml.Data.CreateEnumerable<Problems.Prediction>(transformer.Transform(view), reuseRowObject: false).ToList();

        transformer.Model.Calibrator.Slope.ShouldBe(-1);
        transformer.Model.Calibrator.Offset.ShouldBe(0);
        predictions.Count.ShouldBe(rows.Count);
        foreach (var (row, prediction) in rows.Zip(predictions))
        {
            float score = model.Bias + row.Features.Zip(model.Weights, (x, w) => x * w).Sum();
            prediction.Score.ShouldBe(score, 1e-4f);
            prediction.Probability.ShouldBe(1 / (1 + MathF.Exp(-score)), 1e-4f);
            prediction.PredictedLabel.ShouldBe(prediction.Score > 0);
        }
    }

    [Fact]
    public void Columns_come_after_those_of_the_input_and_are_marked()
    {
        var view = Problems.View(_ml, Problems.Overlapping(50));
        var transformer = _ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(view);

        var schema = transformer.GetOutputSchema(view.Schema);

        schema.Select(c => c.Name).Skip(view.Schema.Count).ShouldBe(["PredictedLabel", "Score", "Probability"]);
        schema["PredictedLabel"].Type.ShouldBe(BooleanDataViewType.Instance);
        schema["Score"].Type.ShouldBe(NumberDataViewType.Single);
        schema["Probability"].Type.ShouldBe(NumberDataViewType.Single);
        schema["Probability"].IsNormalized().ShouldBeTrue();
        foreach (string name in (string[])["PredictedLabel", "Score", "Probability"])
        {
            Text(schema[name], "ScoreColumnKind").ShouldBe("BinaryClassification");
            Text(schema[name], "ScoreValueKind").ShouldBe(name);
            SetId(schema[name]).ShouldBe(SetId(schema["Score"]));
        }
    }

    [Fact]
    public void A_second_prediction_has_a_set_of_its_own()
    {
        var view = Problems.View(_ml, Problems.Overlapping(50));
        var trainer = _ml.BinaryClassification.Trainers.LbfgsLogisticRegression();
        var first = trainer.Fit(view).Transform(view);

        var second = trainer.Fit(first).Transform(first);

        SetId(second.Schema["Score"]).ShouldNotBe(SetId(first.Schema["Score"]));
    }

    [Fact]
    public void Promised_and_fitted_columns_agree()
    {
        var view = Problems.View(_ml, Problems.Overlapping(50));
        var trainer = _ml.BinaryClassification.Trainers.LbfgsLogisticRegression();
        var chain = new EstimatorChain<ITransformer>().Append(trainer);

        chain.Fit(view).Transform(view).Schema.Select(c => c.Name).ShouldBe(view.Schema.Select(c => c.Name).Concat(["PredictedLabel", "Score", "Probability"]));
    }

    [Fact]
    public void Rows_with_missing_features_are_left_out()
    {
        var rows = Problems.Overlapping(100);
        var spoilt = rows.Append(new Problems.Row { Label = true, Features = [float.NaN, 100, 100, 100] }).ToList();

        var clean = _ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(Problems.View(_ml, rows)).Model.SubModel;
        var other = _ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(Problems.View(_ml, spoilt)).Model.SubModel;

        other.Weights.ShouldBe(clean.Weights);
    }

    [Fact]
    public void No_usable_row_is_an_error()
    {
        var view = Problems.View(_ml, [new Problems.Row { Features = [float.NaN, 0, 0, 0] }]);

        Should.Throw<InvalidOperationException>(() => _ml.BinaryClassification.Trainers.LbfgsLogisticRegression().Fit(view))
            .Message.ShouldContain("No valid training instances found");
    }

    [Fact]
    public void Wrong_columns_are_named()
    {
        var view = Problems.View(_ml, Problems.Overlapping(10));
        var trainers = _ml.BinaryClassification.Trainers;

        Should.Throw<ArgumentOutOfRangeException>(() => Chain(trainers.LbfgsLogisticRegression(featureColumnName: "F")).Fit(view))
            .Message.ShouldBe("Could not find feature column 'F' (Parameter 'inputSchema')");
        Should.Throw<ArgumentOutOfRangeException>(() => Chain(trainers.LbfgsLogisticRegression(featureColumnName: "Class")).Fit(view))
            .Message.ShouldBe("Schema mismatch for feature column 'Class': expected Vector<Single>, got String (Parameter 'inputSchema')");
        Should.Throw<ArgumentOutOfRangeException>(() => Chain(trainers.LbfgsLogisticRegression("L")).Fit(view))
            .Message.ShouldBe("Could not find label column 'L' (Parameter 'inputSchema')");
        Should.Throw<ArgumentOutOfRangeException>(() => Chain(trainers.LbfgsLogisticRegression("Weight")).Fit(view))
            .Message.ShouldBe("Schema mismatch for label column 'Weight': expected Boolean, got Single (Parameter 'labelCol')");
    }

    [Fact]
    public void Sparse_and_dense_features_give_the_same_model()
    {
        var random = new Random(5);
        var dense = new List<Wide>();
        for (int i = 0; i < 200; i++)
        {
            var x = new float[40];
            x[random.Next(40)] = 1;
            x[random.Next(40)] = 2;
            dense.Add(new Wide { Label = x.Take(20).Sum() + random.NextDouble() > 1.5, Features = new VBuffer<float>(40, x) });
        }

        var sparse = dense.Select(row =>
        {
            var items = row.Features.Items().Where(item => item.Value != 0).ToList();
            return new Wide { Label = row.Label, Features = new VBuffer<float>(40, items.Count, [.. items.Select(p => p.Value)], [.. items.Select(p => p.Key)]) };
        });
        var trainer = _ml.BinaryClassification.Trainers.LbfgsLogisticRegression(l1Regularization: 0);

        var first = trainer.Fit(_ml.Data.LoadFromEnumerable(dense)).Model.SubModel;
        var second = trainer.Fit(_ml.Data.LoadFromEnumerable(sparse.ToList())).Model.SubModel;

        for (int k = 0; k < 40; k++) second.Weights[k].ShouldBe(first.Weights[k], 2e-3f);
    }

    [Fact]
    public void Defaults_are_those_of_the_package()
    {
        var options = new LbfgsLogisticRegressionBinaryTrainer.Options();

        options.L1Regularization.ShouldBe(1);
        options.L2Regularization.ShouldBe(1);
        options.OptimizationTolerance.ShouldBe(1e-7f);
        options.HistorySize.ShouldBe(20);
        options.MaximumNumberOfIterations.ShouldBe(int.MaxValue);
        options.LabelColumnName.ShouldBe("Label");
        options.FeatureColumnName.ShouldBe("Features");
        options.ExampleWeightColumnName.ShouldBeNull();
    }

    private static EstimatorChain<T> Chain<T>(IEstimator<T> estimator)
        where T : class, ITransformer => new EstimatorChain<ITransformer>().Append(estimator);

    private static string Text(DataViewSchema.Column column, string kind)
    {
        var value = default(ReadOnlyMemory<char>);
        column.Annotations.GetValue(kind, ref value);
        return value.ToString();
    }

    private static uint SetId(DataViewSchema.Column column)
    {
        uint value = 0;
        column.Annotations.GetValue("ScoreColumnSetId", ref value);
        return value;
    }

    private sealed class Wide
    {
        public bool Label { get; set; }

        [VectorType(40)]
        public VBuffer<float> Features { get; set; }
    }
}
