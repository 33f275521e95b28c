using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Stack.MicrosoftML.Trainers;

/// <summary>Stock transformers come back from a stream as they were, and predict row by row as they do in bulk.</summary>
public class SavedModelTests
{
    private readonly MLContext _ml = new(seed: 1);

    public static TheoryData<string> Chains => ["logistic", "perceptron", "svm", "standardised", "cdf"];

    [Theory]
    [MemberData(nameof(Chains))]
    public void Binary_chains_survive(string name)
    {
        var view = Problems.View(_ml, Problems.Overlapping(80));
        ITransformer model = Binary(name).Fit(view);

        ITransformer loaded = Reload(model, view.Schema);

        var scored = model.Transform(view);
        var again = loaded.Transform(view);
        again.Schema.Select(c => c.ToString()).ShouldBe(scored.Schema.Select(c => c.ToString()));
        again.GetColumn<float>("Score").ShouldBe(scored.GetColumn<float>("Score"));
        again.GetColumn<bool>("PredictedLabel").ShouldBe(scored.GetColumn<bool>("PredictedLabel"));
    }

    [Fact]
    public void The_parameters_can_be_read_again()
    {
        var view = Problems.View(_ml, Problems.Overlapping(80));
        var model = _ml.Transforms.NormalizeMinMax("Features").Append(_ml.BinaryClassification.Trainers.LbfgsLogisticRegression()).Fit(view);

        var chain = (TransformerChain<ITransformer>)Reload(model, view.Schema);

        var parameters = ((ISingleFeaturePredictionTransformer<object>)chain.LastTransformer).Model
            .ShouldBeAssignableTo<CalibratedModelParametersBase<LinearBinaryModelParameters, PlattCalibrator>>()!;
        parameters.SubModel.Weights.ShouldBe(model.LastTransformer.Model.SubModel.Weights);
        parameters.SubModel.Bias.ShouldBe(model.LastTransformer.Model.SubModel.Bias);
    }

    [Fact]
    public void Multiclass_chains_survive_with_the_names_of_their_classes()
    {
        var view = Problems.View(_ml, Problems.Overlapping(80));
        var model = _ml.Transforms.Conversion.MapValueToKey("Label", "Class")
            .Append(_ml.MulticlassClassification.Trainers.LbfgsMaximumEntropy())
            .Append(_ml.Transforms.Conversion.MapKeyToValue("Text", "PredictedLabel"))
            .Fit(view);

        ITransformer loaded = Reload(model, view.Schema);

        loaded.Transform(view).GetColumn<string>("Text").ShouldBe(model.Transform(view).GetColumn<string>("Text"));
        loaded.Transform(view).GetColumn<float[]>("Score").ShouldBe(model.Transform(view).GetColumn<float[]>("Score"));
    }

    [Fact]
    public void Conversions_and_value_maps_survive()
    {
        var view = Problems.View(_ml, Problems.Overlapping(20));
        var model = _ml.Transforms.Conversion.ConvertType("Number", "Label")
            .Append(_ml.Transforms.Conversion.MapValue("Word", new Dictionary<bool, string> { [true] = "yes", [false] = "no" }, "Label"))
            .Append(_ml.Transforms.Conversion.MapValue("Level", new Dictionary<string, string> { ["up"] = "high", ["down"] = "low" }, "Class", treatValuesAsKeyType: true))
            .Append(_ml.Transforms.Conversion.MapValue("Vector", new Dictionary<bool, float[]> { [true] = [1, 2] }.AsEnumerable(), "Label"))
            .Fit(view);

        var before = model.Transform(view);
        var after = Reload(model, view.Schema).Transform(view);

        after.GetColumn<float>("Number").ShouldBe(before.GetColumn<float>("Number"));
        after.GetColumn<string>("Word").ShouldBe(before.GetColumn<string>("Word"));
        after.GetColumn<uint>("Level").ShouldBe(before.GetColumn<uint>("Level"));
        after.Schema["Level"].HasKeyValues().ShouldBeTrue();
        after.GetColumn<float[]>("Vector").ShouldBe(before.GetColumn<float[]>("Vector"));
    }

    [Fact]
    public void A_prediction_engine_agrees_with_the_view()
    {
        var rows = Problems.Overlapping(30);
        var view = Problems.View(_ml, rows);
        var model = Binary("logistic").Fit(view);
        var expected = _ml.Data.CreateEnumerable<Problems.Prediction>(model.Transform(view), reuseRowObject: false).ToList();

        using var engine = _ml.Model.CreatePredictionEngine<Problems.Row, Problems.Prediction>(model);

        for (int i = 0; i < rows.Count; i++)
        {
            var prediction = engine.Predict(rows[i]);
            prediction.Score.ShouldBe(expected[i].Score);
            prediction.Probability.ShouldBe(expected[i].Probability);
            prediction.PredictedLabel.ShouldBe(expected[i].PredictedLabel);
        }
    }

    [Fact]
    public void A_cached_view_trains_the_same_model()
    {
        var view = Problems.View(_ml, Problems.Overlapping(100));
        var trainer = _ml.BinaryClassification.Trainers.LbfgsLogisticRegression();

        var direct = trainer.Fit(view).Model.SubModel.Weights;
        var cached = trainer.Fit(_ml.Data.Cache(view)).Model.SubModel.Weights;

        cached.ShouldBe(direct);
    }

    private IEstimator<ITransformer> Binary(string name) => name switch
    {
        "logistic" => _ml.Transforms.NormalizeMinMax("Features").Append(_ml.BinaryClassification.Trainers.LbfgsLogisticRegression()),
        "perceptron" => _ml.Transforms.NormalizeMinMax("Features", fixZero: false).Append(_ml.BinaryClassification.Trainers.AveragedPerceptron()),
        "svm" => new EstimatorChain<ITransformer>().Append(_ml.BinaryClassification.Trainers.LinearSvm()),
        "standardised" => _ml.Transforms.NormalizeMeanVariance("Features", fixZero: false).Append(_ml.BinaryClassification.Trainers.LbfgsLogisticRegression()),
        _ => _ml.Transforms.NormalizeMeanVariance("Features", useCdf: true).Append(_ml.BinaryClassification.Trainers.LbfgsLogisticRegression()),
    };

    private ITransformer Reload(ITransformer model, DataViewSchema schema)
    {
        using var stream = new MemoryStream();
        _ml.Model.Save(model, schema, stream);
        stream.Position = 0;
        return new MLContext().Model.Load(stream, out _);
    }
}
