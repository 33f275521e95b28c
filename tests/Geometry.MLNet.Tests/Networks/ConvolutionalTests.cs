using System.Globalization;
using Geometry.MLNet.Tests.Views;
using Geometry.Networks;
using Geometry.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Geometry.MLNet.Tests.Networks;

/// <summary>Convolutional networks in a pipeline: columns, saved models, the log, and what they refuse.</summary>
public class ConvolutionalTests
{
    private const double Tolerance = 1e-5;

    private static readonly ConvNetOptions Options = new()
    {
        ImageShape = [1, Pictures.Side, Pictures.Side], Architecture = ConvNetArchitecture.Parse("conv(4) pool conv(4) pool dense(6)"), Epochs = 3, BatchSize = 16, Seed = 3,
    };

    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void Layers_are_columns_in_the_form_asked_for()
    {
        IDataView data = Pictures.View(_ml, 150);
        ConvNetOptions options = Options with
        {
            Outputs =
            [
                new("Conv1"), new("Conv1", LayerForm.Flattened, "Flat"), new("Conv1", LayerForm.SpatialMean, "Mean"), new("Hidden1"), new("Readout"),
            ],
        };
        ConvolutionalTransformer model = _ml.Geometry.Networks.Convolutional("Key", "Pixels", options).Fit(data);
        IDataView view = model.Transform(data);
        view.Schema["Conv1"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Single, 4, 8, 8));
        view.Schema["Flat"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Single, 256));
        view.Schema["Mean"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Single, 4));
        view.Schema["Hidden1"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Single, 6));

        using DisposeScope scope = NewDisposeScope();
        using var noGradient = no_grad();
        ConvNet network = model.Training.Network;
        float[][] pixels = Columns.Vectors(data, "Pixels");
        Tensor images = tensor(pixels.SelectMany(row => row).ToArray(), [pixels.Length, 1, 8, 8]);
        ConvNetLayer first = network.WeightLayers[0];
        Tensor direct = nn.functional.conv2d(images, first.Weight, first.Bias, [1, 1], [1, 1]).tanh();
        ShouldBeNear(view, "Conv1", direct);
        ShouldBeNear(view, "Flat", direct);
        ShouldBeNear(view, "Mean", direct.mean([2L, 3L]));
        ShouldBeNear(view, "Hidden1", network.ForwardLayers(images).Layers[^1]);
        ShouldBeNear(view, "Readout", network.call(images));
        ShouldBeNear(view, "Score", network.call(images).softmax(1));
    }

    [Fact]
    public void It_learns_and_ml_net_evaluates_it()
    {
        IDataView data = Pictures.View(_ml);
        ConvNetOptions options = Options with { Epochs = 10, LearningRate = 0.01 };
        ITransformer several = _ml.Geometry.Networks.Convolutional("Key", "Pixels", options).Fit(data);
        _ml.MulticlassClassification.Evaluate(several.Transform(data), "Key").MicroAccuracy.ShouldBeGreaterThan(0.95);
        ITransformer two = _ml.Geometry.Networks.Convolutional("Stands", "Pixels", options with { Nonlinearity = Nonlinearity.Relu }).Fit(data);
        _ml.BinaryClassification.Evaluate(two.Transform(data), "Stands").Accuracy.ShouldBeGreaterThan(0.95);
    }

    [Theory, InlineData("relu"), InlineData("tanh")]
    public void It_learns_gratings_whose_shape_the_column_tells(string nonlinearity)
    {
        var task = new GratingsTask { Size = 12, Cycles = 3, Noise = 0.2 };
        IDataView train = _ml.Geometry.Data.FromTask(task, rows: 480, seed: 1), test = _ml.Geometry.Data.FromTask(task, rows: 160, seed: 2);
        ConvNetOptions options = Options with
        {
            ImageShape = null, Nonlinearity = Nonlinearity.Parse(nonlinearity), Epochs = 8, LearningRate = 0.005, Schedule = LearningRateSchedule.Cosine(),
        };
        var model = _ml.Transforms.NormalizeMeanVariance("Features", fixZero: false).Append(_ml.Geometry.Networks.Convolutional("Label", "Features", options)).Fit(train);
        _ml.BinaryClassification.Evaluate(model.Transform(test), "Label").Accuracy.ShouldBeGreaterThan(0.9);
    }

    [Fact]
    public void Layers_are_known_before_training()
    {
        ConvolutionalEstimator estimator = _ml.Geometry.Networks.Convolutional("Key", "Pixels", Options);
        estimator.LayerNames.ShouldBe(["Conv1", "Pool1", "Conv2", "Pool2", "Hidden1"]);
        estimator.GetLayers(Pictures.View(_ml).Schema).Select(layer => string.Join('x', layer.Dimensions)).ShouldBe(["4x8x8", "4x4x4", "4x4x4", "4x2x2", "6"]);
        estimator.GetLayers([3, 16, 16])[0].Dimensions.ShouldBe([4, 16, 16]);
    }

    [Fact]
    public void Networks_can_share_the_rows_in_memory()
    {
        IDataView data = Pictures.View(_ml);
        ConvolutionalEstimator tanh = _ml.Geometry.Networks.Convolutional("Key", "Pixels", Options);
        ConvolutionalEstimator relu = _ml.Geometry.Networks.Convolutional("Key", "Pixels", Options with { Nonlinearity = Nonlinearity.Relu });
        TrainingRows rows = tanh.Read(data);
        foreach (ConvolutionalEstimator estimator in new[] { tanh, relu })
        {
            ConvolutionalTransformer one = estimator.Fit(rows), other = estimator.Fit(data);
            one.Training.History.ShouldBe(other.Training.History);
            Columns.Vectors(one.Transform(data), "Hidden1").ShouldBe(Columns.Vectors(other.Transform(data), "Hidden1"));
        }
    }

    [Fact]
    public void Each_epoch_is_a_line_with_loss_and_accuracy()
    {
        var lines = new List<string>();
        IDataView data = Pictures.View(_ml);
        _ml.Log += (_, message) => lines.Add(message.Message);
        ConvNetTrainingResult result = _ml.Geometry.Networks.Convolutional("Key", "Pixels", Options with { ValidationFraction = 0.2 }).Fit(data).Training;
        lines.Where(line => line.Contains("epoch")).ShouldBe(result.History.Select(report => string.Create(
            CultureInfo.InvariantCulture,
            $"[Source=ConvolutionalEstimator; Training, Kind=Info] epoch {report.Epoch} of 3: loss {report.Loss}, accuracy {report.Accuracy:0.0000}, "
            + $"validation loss {report.ValidationLoss}, validation accuracy {report.ValidationAccuracy:0.0000}")));
    }

    [Fact]
    public void Cancelling_keeps_the_best_network_and_says_so()
    {
        using var source = new CancellationTokenSource();
        var lines = new List<string>();
        IDataView data = Pictures.View(_ml);
        _ml.Log += (_, message) =>
        {
            lines.Add(message.Message);
            if (message.RawMessage.StartsWith("epoch 2"))
            {
                source.Cancel();
            }
        };
        ConvolutionalTransformer model = _ml.Geometry.Networks.Convolutional("Key", "Pixels", Options with { Epochs = 50, CancellationToken = source.Token }).Fit(data);
        (model.Training.StopReason, model.Training.History.Count).ShouldBe((StopReason.Cancelled, 2));
        lines.ShouldContain(line => line.EndsWith($"training was cancelled; the network is that of epoch {model.Training.NetworkEpoch}"));
        Columns.Vectors(model.Transform(data), "Hidden1").Length.ShouldBe(120);
    }

    [Fact]
    public void A_shape_that_is_not_known_or_does_not_fit_is_refused()
    {
        IDataView data = Pictures.View(_ml);
        Should.Throw<ArgumentException>(() => Fit(data, Options with { ImageShape = null })).Message.ShouldStartWith(
            "Feature column 'Pixels' is a vector of 64 numbers, whose type does not tell the shape of the images. Set ConvNetOptions.ImageShape to their channels, "
            + "height and width, such as [1, 28, 28].");
        Should.Throw<ArgumentException>(() => Fit(data, Options with { ImageShape = [1, 28, 28] })).Message
            .ShouldStartWith("ConvNetOptions.ImageShape [1, 28, 28] does not hold the 64 numbers of feature column 'Pixels'.");
        SchemaDefinition definition = SchemaDefinition.Create(typeof(Interleaved), SchemaDefinition.Direction.Read);
        definition["Pixels"].ColumnType = new VectorDataViewType(NumberDataViewType.Single, 8, 2, 3);
        IDataView colours = _ml.Data.LoadFromEnumerable([new Interleaved(), new Interleaved { Key = true }], definition);
        Should.Throw<ArgumentException>(() => Fit(colours, Options with { ImageShape = null })).Message
            .ShouldStartWith("Feature column 'Pixels' has the dimensions 8 x 2 x 3, which look like pixels with their colours side by side.");
    }

    private ConvolutionalTransformer Fit(IDataView data, ConvNetOptions options) => _ml.Geometry.Networks.Convolutional("Key", "Pixels", options).Fit(data);

    private static void ShouldBeNear(IDataView view, string column, Tensor expected) =>
        Columns.Vectors(view, column).SelectMany(row => row).ToArray().ShouldBe(expected.contiguous().data<float>().ToArray(), Tolerance);

    private sealed class Interleaved
    {
        public float[] Pixels { get; init; } = new float[48];

        public bool Key { get; init; }
    }
}
