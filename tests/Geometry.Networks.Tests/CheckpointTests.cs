using TorchSharp;
using static TorchSharp.torch;

namespace Geometry.Networks.Tests;

public class CheckpointTests
{
    [Fact]
    public void Should_Keep_The_Network_Of_Each_Epoch_Asked_For()
    {
        float[] probes = SampleTasks.Conditions();
        MlpOptions options = new() { HiddenWidths = [12, 6], Epochs = 4, CheckpointEpochs = [0, 2, 4], InputNoise = 0.5 };
        MlpTrainingResult result = MlpTrainer.Train(SampleTasks.Unstructured(200), options);
        using Mlp network = result.Network, initial = new(50, 1, options);
        using Mlp shorter = MlpTrainer.Train(SampleTasks.Unstructured(200), options with { Epochs = 2, CheckpointEpochs = [] }).Network;

        result.Checkpoints.Select(checkpoint => checkpoint.Epoch).ShouldBe([0, 2, 4]);
        Hidden(result.Checkpoints[0].Network, probes).ShouldBe(Hidden(initial, probes));
        Hidden(result.Checkpoints[1].Network, probes).ShouldBe(Hidden(shorter, probes));
        Hidden(result.Checkpoints[2].Network, probes).ShouldBe(Hidden(network, probes));
        Hidden(result.Checkpoints[1].Network, probes).ShouldNotBe(Hidden(network, probes));
    }

    [Theory]
    [InlineData(ReadoutMode.Trained)]
    [InlineData(ReadoutMode.FixedGaussian)]
    public void Should_Copy_A_Network_That_Shares_Nothing(ReadoutMode readout)
    {
        float[] probes = SampleTasks.Conditions();
        using Mlp network = new(50, 1, new MlpOptions { Readout = readout });
        using Mlp copy = network.Copy();
        float[] before = Hidden(network, probes);
        using (no_grad())
        {
            network.HiddenLayers[0].Weight.zero_();
        }

        Hidden(copy, probes).ShouldBe(before);
        copy.Architecture.ShouldBe(network.Architecture);
        copy.parameters().Count().ShouldBe(network.parameters().Count());
    }

    [Fact]
    public void Should_Ask_For_Probes_That_Fit() =>
        Should.Throw<ArgumentException>(() => MlpTrainer.Train(SampleTasks.Unstructured(200), new MlpOptions(), new float[51])).Message
            .ShouldBe("51 probe values do not make rows of 50 features.");

    private static float[] Hidden(Mlp network, float[] probes)
    {
        using DisposeScope scope = NewDisposeScope();
        return [.. network.ForwardLayers(tensor(probes, [4, 50])).Hidden.SelectMany(MlpTests.Values)];
    }
}
