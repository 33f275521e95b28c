namespace Geometry.Networks.Tests;

public class LazinessTests
{
    [Fact]
    public void Should_Measure_The_Change_Of_Weights_And_Geometry()
    {
        // A linear layer, so that activations are x W' + b and the kernel follows by hand.
        MlpOptions options = new() { HiddenWidths = [3], Nonlinearity = Nonlinearity.Linear, LearningRate = 0.3, Epochs = 5 };
        float[] probes = [1, 0, 0, 1, -1, -1, 2, 0.5f];
        TrainingSet data = new(new float[] { 1, 0, 0, 1, -1, -1 }, 2, TrainingTargets.Binary(new float[] { 1, 0, 0 }));
        MlpTrainingResult result = MlpTrainer.Train(data, options, probes);
        using Mlp network = result.Network, initial = new(2, 1, options);
        float[] before = MlpTests.Values(initial.HiddenLayers[0].Weight), after = MlpTests.Values(network.HiddenLayers[0].Weight);
        double weightChange = Math.Sqrt(before.Zip(after, (b, a) => Math.Pow(a - b, 2)).Sum() / before.Sum(b => (double)b * b));
        LayerLaziness laziness = result.Laziness.ShouldHaveSingleItem();
        laziness.Layer.ShouldBe("Hidden1");
        laziness.WeightChange!.Value.ShouldBe(weightChange, 1e-6);
        double[,] k0 = Kernel(probes, before), k1 = Kernel(probes, after);
        double alignment = Inner(k0, k1) / Math.Sqrt(Inner(k0, k0) * Inner(k1, k1));
        laziness.KernelChange!.Value.ShouldBe(1 - alignment, 1e-6);
        laziness.KernelChange.Value.ShouldBeGreaterThan(1e-3);
    }

    [Fact]
    public void Should_Be_Undefined_For_Layers_That_Do_Not_Respond()
    {
        MlpOptions dead = new()
        {
            Nonlinearity = Nonlinearity.ShiftedRelu(-100), Initialisation = new() { Gain = 0 }, Epochs = 1, Readout = ReadoutMode.FixedBalanced,
        };
        MlpTrainingResult result = MlpTrainer.Train(SampleTasks.Unstructured(100), dead);
        result.Network.Dispose();
        result.Laziness[0].WeightChange.ShouldBeNull();
        result.Laziness[0].KernelChange.ShouldBeNull();
    }

    [Fact]
    public void Should_Be_Smaller_With_Large_Initial_Weights()
    {
        double Change(double gain)
        {
            MlpOptions options = MlpPresets.FixedReadout with { Initialisation = new() { Gain = gain }, Epochs = 20 };
            MlpTrainingResult result = MlpTrainer.Train(SampleTasks.Unstructured(1500), options);
            result.Network.Dispose();
            return result.Laziness[0].KernelChange!.Value;
        }

        Change(5).ShouldBeLessThan(Change(1));
    }

    private static double[,] Kernel(float[] rows, float[] weight)
    {
        int count = rows.Length / 2, units = weight.Length / 2;
        double[,] z = new double[count, units], kernel = new double[count, count];
        for (int k = 0; k < units; k++)
        {
            for (int i = 0; i < count; i++)
            {
                z[i, k] = (rows[2 * i] * weight[2 * k]) + (rows[(2 * i) + 1] * weight[(2 * k) + 1]);
            }

            double mean = Enumerable.Range(0, count).Average(i => z[i, k]);
            for (int i = 0; i < count; i++)
            {
                z[i, k] -= mean;
            }
        }

        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                kernel[i, j] = Enumerable.Range(0, units).Sum(k => z[i, k] * z[j, k]);
            }
        }

        return kernel;
    }

    private static double Inner(double[,] a, double[,] b) => a.Cast<double>().Zip(b.Cast<double>(), (x, y) => x * y).Sum();
}
