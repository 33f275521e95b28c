using Geometry.MLNet.Tests.Views;
using Geometry.Networks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet.Tests.Networks;

/// <summary>ML.NET's own evaluation understands the network's columns.</summary>
public class StockEvaluationTests
{
    private static readonly MlpOptions Options = new() { HiddenWidths = [16], Epochs = 40, LearningRate = 0.01, Seed = 3 };

    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void Binary_metrics_are_those_of_the_columns()
    {
        IDataView data = Blobs.View(_ml), view = _ml.Geometry.Networks.Mlp("Flag", "Features", Options).Fit(data).Transform(data);
        CalibratedBinaryClassificationMetrics metrics = _ml.BinaryClassification.Evaluate(view, "Flag");
        bool[] labels = Columns.Values<bool>(view, "Flag"), predicted = Columns.Values<bool>(view, "PredictedLabel");
        float[] probabilities = Columns.Values<float>(view, "Probability");
        metrics.Accuracy.ShouldBe(labels.Zip(predicted).Average(pair => pair.First == pair.Second ? 1.0 : 0), 1e-9);
        metrics.Accuracy.ShouldBeGreaterThan(0.8);
        metrics.AreaUnderRocCurve.ShouldBeGreaterThan(0.85);
        metrics.LogLoss.ShouldBe(labels.Zip(probabilities).Average(pair => -Math.Log2(pair.First ? pair.Second : 1 - pair.Second)), 1e-4);
    }

    [Fact]
    public void Uncalibrated_metrics_do_without_a_probability()
    {
        IDataView data = Blobs.View(_ml);
        IDataView view = _ml.Geometry.Networks.Mlp("Flag", "Features", Options with { Loss = MlpLoss.MeanSquaredError }).Fit(data).Transform(data);
        _ml.BinaryClassification.EvaluateNonCalibrated(view, "Flag").Accuracy.ShouldBeGreaterThan(0.8);
    }

    [Fact]
    public void Multiclass_metrics_are_those_of_the_columns()
    {
        IDataView data = Blobs.WithKey(_ml), view = _ml.Geometry.Networks.Mlp("Key", "Features", Options).Fit(data).Transform(data);
        MulticlassClassificationMetrics metrics = _ml.MulticlassClassification.Evaluate(view, "Key");
        uint[] labels = Columns.Values<uint>(view, "Key"), predicted = Columns.Values<uint>(view, "PredictedLabel");
        float[][] scores = Columns.Vectors(view, "Score");
        metrics.MicroAccuracy.ShouldBe(labels.Zip(predicted).Average(pair => pair.First == pair.Second ? 1.0 : 0), 1e-9);
        metrics.MicroAccuracy.ShouldBeGreaterThan(0.75);
        metrics.LogLoss.ShouldBe(labels.Zip(scores).Average(pair => -Math.Log(pair.Second[pair.First - 1])), 1e-4);
        metrics.ConfusionMatrix.NumberOfClasses.ShouldBe(3);
    }

    [Fact]
    public void The_predicted_class_maps_back_to_its_name()
    {
        IDataView data = Blobs.WithKey(_ml);
        var chain = _ml.Geometry.Networks.Mlp("Key", "Features", Options).Append(_ml.Transforms.Conversion.MapKeyToValue("Named", "PredictedLabel"));
        IDataView view = chain.Fit(data).Transform(data);
        uint[] keys = Columns.Values<uint>(view, "PredictedLabel");
        Columns.Values<string>(view, "Named").ShouldBe(keys.Select(key => new[] { "left", "right", "top" }[key - 1]));
    }
}
