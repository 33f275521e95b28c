using TorchSharp;
using static TorchSharp.torch;

namespace Geometry.Networks.Tests;

public class CheckpointTests
{
    [Fact]
    public void Should_Keep_Hidden_Representations_Of_The_Probes()
    {
        float[] probes = SampleTasks.Conditions();
        MlpOptions options = new() { HiddenWidths = [12, 6], Epochs = 4, CheckpointEpochs = [0, 2, 4], InputNoise = 0.5 };
        MlpTrainingResult result = MlpTrainer.Train(SampleTasks.Unstructured(200), options, probes);
        using Mlp network = result.Network, initial = new(50, 1, options);
        result.Checkpoints.Select(checkpoint => checkpoint.Epoch).ShouldBe([0, 2, 4]);
        result.Checkpoints.ShouldAllBe(checkpoint => checkpoint.Rows == 4 && checkpoint.Layers.Count == 2);
        Same(result.Checkpoints[0], initial, probes);
        Same(result.Checkpoints[2], network, probes);
        result.Checkpoints[1].Layers[0].ToArray().ShouldNotBe(result.Checkpoints[2].Layers[0].ToArray());
    }

    [Fact]
    public void Should_Ask_For_Probes_That_Fit()
    {
        TrainingSet data = SampleTasks.Unstructured(200);
        Should.Throw<ArgumentException>(() => MlpTrainer.Train(data, new MlpOptions { CheckpointEpochs = [0] })).Message
            .ShouldBe("MlpOptions.CheckpointEpochs asks for hidden representations, but there are no probe rows. Give probes.");
        Should.Throw<ArgumentException>(() => MlpTrainer.Train(data, new MlpOptions(), new float[51])).Message
            .ShouldBe("51 probe values do not make rows of 50 features.");
    }

    private static void Same(HiddenCheckpoint checkpoint, Mlp network, float[] probes)
    {
        using DisposeScope scope = NewDisposeScope();
        MlpOutputs outputs = network.ForwardLayers(tensor(probes, [4, 50]));
        for (int layer = 0; layer < outputs.Hidden.Count; layer++)
        {
            float[] expected = MlpTests.Values(outputs.Hidden[layer]);
            checkpoint.Layers[layer].ToArray().Zip(expected, (a, b) => Math.Abs(a - b)).Max().ShouldBeLessThan(1e-6f);
        }
    }
}
