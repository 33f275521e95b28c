using Geometry.MLNet.Tests.Views;
using Geometry.Networks;
using Microsoft.ML;
using Microsoft.ML.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Geometry.MLNet.Tests.Networks;

/// <summary>The columns hold what the network computes, read as the label asks.</summary>
public class OutputColumnTests
{
    private const double Tolerance = 1e-5;

    private static readonly MlpOptions Options = new() { HiddenWidths = [5, 4], Epochs = 5, Seed = 3 };

    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void Hidden_columns_are_the_networks_hidden_layers()
    {
        (IDataView view, MlpOutputs outputs) = Run(Blobs.View(_ml), "Flag", Options);
        ShouldBeNear(Columns.Vectors(view, "Hidden1"), Rows(outputs.Hidden[0]));
        ShouldBeNear(Columns.Vectors(view, "Hidden2"), Rows(outputs.Hidden[1]));
        view.Schema["Hidden1"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Single, 5));
        view.Schema["Hidden2"].Type.ShouldBe(new VectorDataViewType(NumberDataViewType.Single, 4));
    }

    [Theory, InlineData("Flag"), InlineData("ZeroOne")]
    public void A_binary_label_gets_logit_probability_and_side(string label)
    {
        (IDataView view, MlpOutputs outputs) = Run(Blobs.View(_ml), label, Options);
        float[] logits = [.. Rows(outputs.Logits).Select(row => row[0])];
        Columns.Values<float>(view, "Score").ShouldBe(logits, Tolerance);
        Columns.Values<float>(view, "Probability").ShouldBe(logits.Select(Sigmoid), Tolerance);
        Columns.Values<bool>(view, "PredictedLabel").ShouldBe(logits.Select(logit => logit > 0));
    }

    [Fact]
    public void With_the_squared_error_there_is_no_probability()
    {
        (IDataView view, MlpOutputs outputs) = Run(Blobs.View(_ml), "Flag", Options with { Loss = MlpLoss.MeanSquaredError });
        float[] scores = [.. Rows(outputs.Logits).Select(row => row[0])];
        Columns.Values<float>(view, "Score").ShouldBe(scores, Tolerance);
        Columns.Values<bool>(view, "PredictedLabel").ShouldBe(scores.Select(score => score > 0));
        view.Schema.GetColumnOrNull("Probability").ShouldBeNull();
    }

    [Fact]
    public void A_vector_label_gets_all_three_as_vectors()
    {
        (IDataView view, MlpOutputs outputs) = Run(Blobs.View(_ml), "Flags", Options);
        float[][] logits = Rows(outputs.Logits);
        ShouldBeNear(Columns.Vectors(view, "Score"), logits);
        ShouldBeNear(Columns.Vectors(view, "Probability"), [.. logits.Select(row => row.Select(Sigmoid).ToArray())]);
        Columns.Values<bool[]>(view, "PredictedLabel").ShouldBe(logits.Select(row => row.Select(logit => logit > 0).ToArray()));
    }

    [Fact]
    public void A_key_label_gets_the_probabilities_of_the_classes_and_the_likeliest_class()
    {
        IDataView data = Blobs.WithKey(_ml);
        (IDataView view, MlpOutputs outputs) = Run(data, "Key", Options);
        float[][] logits = Rows(outputs.Logits);
        ShouldBeNear(Columns.Vectors(view, "Score"), [.. logits.Select(Softmax)]);
        Columns.Values<uint>(view, "PredictedLabel").ShouldBe(logits.Select(row => (uint)Array.IndexOf(row, row.Max()) + 1));
        VBuffer<ReadOnlyMemory<char>> names = default;
        view.Schema["PredictedLabel"].GetKeyValues(ref names);
        names.DenseValues().Select(name => name.ToString()).ShouldBe(["left", "right", "top"]);
        view.Schema["PredictedLabel"].Type.ShouldBe(data.Schema["Key"].Type);
    }

    [Fact]
    public void A_real_label_gets_the_output_itself()
    {
        (IDataView view, MlpOutputs outputs) = Run(Blobs.View(_ml), "Height", Options with { Loss = MlpLoss.MeanSquaredError });
        Columns.Values<float>(view, "Score").ShouldBe(Rows(outputs.Logits).Select(row => row[0]), Tolerance);
        view.Schema.Select(column => column.Name).ShouldNotContain("PredictedLabel");
    }

    [Fact]
    public void Extreme_outputs_stay_probabilities()
    {
        IDataView far = Columns.View(_ml, [new { Features = new[] { 1e6f, 0 } }, new { Features = new[] { -1e6f, 0 } }], ("Features", 2));
        MlpOptions linear = Options with { Nonlinearity = Nonlinearity.Linear };
        float[] probabilities = Columns.Values<float>(_ml.Geometry.Networks.Mlp("Flag", "Features", linear).Fit(Blobs.View(_ml)).Transform(far), "Probability");
        probabilities.Order().ShouldBe([0f, 1f]);
        float[][] classes = Columns.Vectors(_ml.Geometry.Networks.Mlp("Key", "Features", linear).Fit(Blobs.WithKey(_ml)).Transform(far), "Score");
        classes.ShouldAllBe(row => Math.Abs(row.Sum() - 1) < 1e-6 && row.All(float.IsFinite));
    }

    [Fact]
    public void A_missing_feature_makes_the_row_missing_and_no_other()
    {
        IDataView holes = Columns.View(
            _ml, [new { Features = new[] { 1f, 0 } }, new { Features = new[] { float.NaN, 0 } }, new { Features = new[] { 1f, 0 } }], ("Features", 2));
        IDataView view = _ml.Geometry.Networks.Mlp("Key", "Features", Options).Fit(Blobs.WithKey(_ml)).Transform(holes);
        float[][] hidden = Columns.Vectors(view, "Hidden1"), scores = Columns.Vectors(view, "Score");
        hidden[1].ShouldAllBe(value => float.IsNaN(value));
        scores[1].ShouldAllBe(value => float.IsNaN(value));
        hidden[0].ShouldAllBe(value => float.IsFinite(value));
        hidden[2].ShouldBe(hidden[0]);
        scores[2].ShouldBe(scores[0]);
        Columns.Values<uint>(view, "PredictedLabel").ShouldAllBe(key => key >= 1 && key <= 3);
    }

    [Fact]
    public void A_layer_too_wide_for_a_batch_is_run_in_smaller_ones()
    {
        IDataView data = Blobs.View(_ml, 3);
        IDataView view = _ml.Geometry.Networks.Module(new Widening(), "Features", new ModuleOutput("Wide")).Fit(data).Transform(data);
        float[][] wide = Columns.Vectors(view, "Wide");
        wide.Select(row => row.Length).ShouldBe([Widening.Width, Widening.Width, Widening.Width]);
        wide.Select(row => row[^1]).ShouldBe(Columns.Vectors(data, "Features").Select(row => row[0]));
    }

    [Fact]
    public void A_modules_columns_are_its_outputs_with_their_dimensions()
    {
        var network = nn.Sequential(("conv", nn.Conv2d(1, 3, 2)), ("act", nn.Tanh()), ("flat", nn.Flatten()), ("fc", nn.Linear(6, 2)));
        IDataView data = Columns.View(
            _ml, Enumerable.Range(0, 9).Select(row => new { Image = Enumerable.Range(row, 6).Select(i => i / 7f).ToArray() }), ("Image", 6));
        IDataView view = _ml.Geometry.Networks.Module(
            network, "Image", [new ModuleOutput("Maps", "act"), new ModuleOutput("Logits")], new ModuleOptions { InputShape = [1, 2, 3] })
            .Fit(data).Transform(data);
        ((VectorDataViewType)view.Schema["Maps"].Type).Dimensions.ShouldBe([3, 1, 2]);
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGradient = no_grad();
        Tensor input = tensor(Columns.Vectors(data, "Image").SelectMany(row => row).ToArray()).reshape(9, 1, 2, 3);
        ShouldBeNear(Columns.Vectors(view, "Logits"), Rows(network.call(input)));
    }

    private static (IDataView View, MlpOutputs Outputs) Run(IDataView data, string label, MlpOptions options)
    {
        MlpTransformer transformer = new MLContext(seed: 1).Geometry.Networks.Mlp(label, "Features", options).Fit(data);
        float[][] features = Columns.Vectors(data, "Features");
        using IDisposable noGradient = no_grad();
        Tensor input = tensor(features.SelectMany(row => row).ToArray()).reshape(features.Length, features[0].Length);
        return (transformer.Transform(data), transformer.Training.Network.ForwardLayers(input));
    }

    private static float[][] Rows(Tensor tensor)
    {
        int width = (int)tensor.shape[1];
        return [.. tensor.detach().contiguous().data<float>().ToArray().Chunk(width)];
    }

    private static void ShouldBeNear(float[][] actual, float[][] expected)
    {
        actual.Length.ShouldBe(expected.Length);
        foreach ((float[] one, float[] other) in actual.Zip(expected))
        {
            one.ShouldBe(other, Tolerance);
        }
    }

    private static float Sigmoid(float logit) => (float)(1 / (1 + Math.Exp(-logit)));

    private static float[] Softmax(float[] logits)
    {
        double sum = logits.Sum(logit => Math.Exp(logit));
        return [.. logits.Select(logit => (float)(Math.Exp(logit) / sum))];
    }

    private sealed class Widening() : nn.Module<Tensor, Tensor>(nameof(Widening))
    {
        // 512 such rows are more than an array holds.
        public const int Width = 1 << 22;

        public override Tensor forward(Tensor input) => input.slice(1, 0, 1, 1).expand(input.shape[0], Width);
    }
}
