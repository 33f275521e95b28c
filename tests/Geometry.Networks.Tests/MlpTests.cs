using TorchSharp;
using static TorchSharp.torch;

namespace Geometry.Networks.Tests;

public class MlpTests
{
    [Theory]
    [InlineData(WeightLaw.Gaussian, 1d)]
    [InlineData(WeightLaw.Gaussian, 0.3)]
    [InlineData(WeightLaw.Uniform, 2d)]
    public void Should_Draw_Weights_By_The_Law(WeightLaw law, double gain)
    {
        MlpInitialisation start = new() { Weights = law, Gain = gain, Biases = law == WeightLaw.Gaussian ? BiasLaw.Gaussian : BiasLaw.Uniform };
        using Mlp network = new(400, 1, new MlpOptions { HiddenWidths = [300], Initialisation = start });
        float[] weights = Values(network.HiddenLayers[0].Weight);
        double standard = gain / Math.Sqrt(law == WeightLaw.Gaussian ? 400 : 3 * 400);
        weights.Average().ShouldBe(0, 5 * (float)(standard / Math.Sqrt(weights.Length)));
        Math.Sqrt(weights.Average(weight => (double)weight * weight)).ShouldBe(standard, standard * 0.01);
        if (law == WeightLaw.Uniform)
        {
            weights.Max(Math.Abs).ShouldBeInRange((float)(0.999 * gain / 20), (float)(gain / 20));
        }

        float[] biases = Values(network.HiddenLayers[0].Bias!);
        double biasStandard = 1 / Math.Sqrt(law == WeightLaw.Gaussian ? 400 : 3 * 400);
        Math.Sqrt(biases.Average(bias => (double)bias * bias)).ShouldBe(biasStandard, biasStandard * 0.15);
    }

    [Fact]
    public void Should_Start_From_The_Same_Weights_Whatever_The_Nonlinearity()
    {
        MlpOptions options = new() { HiddenWidths = [20, 10], Seed = 5 };
        using Mlp tanh = new(7, 2, options), relu = new(7, 2, options with { Nonlinearity = Nonlinearity.Relu });
        using Mlp other = new(7, 2, options with { Seed = 6 }), wider = new(7, 2, options with { HiddenWidths = [20, 30] });
        Weights(relu).ShouldBe(Weights(tanh));
        Weights(other).ShouldNotBe(Weights(tanh));
        Values(wider.HiddenLayers[0].Weight).ShouldBe(Values(tanh.HiddenLayers[0].Weight));
    }

    [Fact]
    public void Should_Leave_The_Global_Generator_Alone()
    {
        using DisposeScope scope = NewDisposeScope();
        manual_seed(3);
        float expected = rand(1).item<float>();
        manual_seed(3);
        MlpTrainer.Train(SampleTasks.Unstructured(100), new MlpOptions { Epochs = 2, InputNoise = 0.1 }).Network.Dispose();
        rand(1).item<float>().ShouldBe(expected);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    public void Should_Balance_The_Fixed_Readout(int width)
    {
        MlpOptions options = new() { HiddenWidths = [width], Readout = ReadoutMode.FixedBalanced, Initialisation = new() { ReadoutGain = 2 } };
        using Mlp network = new(3, 5, options);
        float magnitude = (float)(2 / Math.Sqrt(width));
        foreach (float[] row in Values(network.Readout.Weight).Chunk(width))
        {
            row.ShouldAllBe(weight => Math.Abs(Math.Abs(weight) - magnitude) < 1e-6f);
            row.Count(weight => weight > 0).ShouldBeInRange(width / 2, (width + 1) / 2);
        }

        network.Readout.Bias.ShouldBeNull();
        network.named_parameters().Select(parameter => parameter.name).ShouldBe(["Hidden1.weight", "Hidden1.bias"]);
    }

    [Fact]
    public void Should_Show_Its_Layers_As_Submodules()
    {
        using Mlp network = new(3, 2, new MlpOptions { HiddenWidths = [5, 4] });
        network.named_children().Select(child => child.name).ShouldBe(["Hidden1", "Hidden2", "Readout"]);
        network.named_parameters().Count().ShouldBe(6);
        network.Architecture.ShouldSatisfyAllConditions(
            a => a.InputWidth.ShouldBe(3), a => a.HiddenWidths.ShouldBe([5, 4]), a => a.OutputWidth.ShouldBe(2));
    }

    [Fact]
    public void Should_Compute_Every_Layer()
    {
        using DisposeScope scope = NewDisposeScope();
        using Mlp network = new(3, 2, new MlpOptions { HiddenWidths = [5, 4] });
        float[] input = [0.5f, -1, 2, 0, 1, -0.25f];
        Tensor rows = tensor(input, [2, 3]);
        MlpOutputs outputs = network.ForwardLayers(rows);
        float[] first = Dense(network.HiddenLayers[0], input, 3, Math.Tanh), second = Dense(network.HiddenLayers[1], first, 5, Math.Tanh);
        ShouldBeClose(Values(outputs.Hidden[0]), first);
        ShouldBeClose(Values(outputs.Hidden[1]), second);
        ShouldBeClose(Values(outputs.Logits), Dense(network.Readout, second, 4, x => x));
        Values(network.call(rows)).ShouldBe(Values(outputs.Logits));
        rows.IsInvalid.ShouldBeFalse();
    }

    [Fact]
    public void Should_Compute_With_A_Linear_Layer_And_Outside_Any_Scope()
    {
        using Mlp network = new(2, 1, new MlpOptions { HiddenWidths = [3], Nonlinearity = Nonlinearity.Linear });
        using Tensor rows = ones(4, 2), logits = network.call(rows);
        logits.shape.ShouldBe([4, 1]);
    }

    [Fact]
    public void Should_Outlive_The_Scope_It_Was_Made_In()
    {
        Mlp network;
        using (NewDisposeScope())
        {
            network = new Mlp(3, 1, MlpPresets.FixedReadout);
        }

        using (network)
        using (NewDisposeScope())
        {
            Values(network.call(zeros(1, 3))).ShouldAllBe(value => float.IsFinite(value));
        }
    }

    internal static float[] Values(Tensor tensor) => tensor.data<float>().ToArray();

    internal static float[][] Weights(Mlp network) =>
        [.. network.HiddenLayers.Append(network.Readout).SelectMany(layer => new[] { layer.Weight, layer.Bias }).OfType<Tensor>().Select(Values)];

    private static void ShouldBeClose(float[] actual, float[] expected)
    {
        actual.Length.ShouldBe(expected.Length);
        actual.Zip(expected, (a, b) => Math.Abs(a - b)).Max().ShouldBeLessThan(1e-5f);
    }

    private static float[] Dense(MlpLayer layer, float[] input, int inputs, Func<double, double> f)
    {
        float[] weight = Values(layer.Weight), bias = Values(layer.Bias!);
        return [.. input.Chunk(inputs).SelectMany(row => bias.Select(
            (b, unit) => (float)f(b + row.Select((x, i) => (double)x * weight[(unit * inputs) + i]).Sum())))];
    }
}
