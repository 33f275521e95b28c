namespace Geometry.Networks.Tests;

public class LearningTests
{
    [Theory]
    [InlineData("tanh", ReadoutMode.FixedBalanced)]
    [InlineData("relu", ReadoutMode.FixedBalanced)]
    [InlineData("tanh", ReadoutMode.FixedGaussian)]
    [InlineData("relu", ReadoutMode.Trained)]
    public void Should_Learn_The_Unstructured_Task(string nonlinearity, ReadoutMode readout)
    {
        MlpOptions options = MlpPresets.FixedReadout with { Nonlinearity = Nonlinearity.Parse(nonlinearity), Readout = readout, Epochs = 10 };
        MlpTrainingResult result = MlpTrainer.Train(SampleTasks.Unstructured(2000), options);
        using Mlp network = result.Network;
        result.History[^1].Accuracy!.Value.ShouldBeGreaterThan(0.99);
        result.History[^1].Loss.ShouldBeLessThan(result.History[0].Loss);
        result.StopReason.ShouldBe(StopReason.EpochsDone);
    }

    [Fact]
    public void Should_Learn_Classes_By_Cross_Entropy()
    {
        TrainingSet binary = SampleTasks.Unstructured(1000);
        TrainingSet data = new(binary.Features, binary.Width, TrainingTargets.Classes(Enumerable.Range(0, 1000).Select(row => row % 4).ToArray(), 4));
        MlpTrainingResult result = MlpTrainer.Train(data, new MlpOptions { LearningRate = 0.01, HiddenWidths = [32, 16], Epochs = 20 });
        using Mlp network = result.Network;
        network.Architecture.OutputWidth.ShouldBe(4);
        result.History[^1].Accuracy!.Value.ShouldBeGreaterThan(0.99);
    }

    [Fact]
    public void Should_Fit_Real_Targets_By_Squared_Error()
    {
        TrainingSet binary = SampleTasks.Unstructured(1000, width: 5);
        float[] sums = [.. Enumerable.Range(0, 1000).Select(row => binary.Features.Span.Slice(row * 5, 5).ToArray().Sum() / 4)];
        TrainingSet data = new(binary.Features, 5, TrainingTargets.Real(sums));
        MlpTrainingResult result = MlpTrainer.Train(data, new MlpOptions { Nonlinearity = Nonlinearity.Linear, Epochs = 60 });
        using Mlp network = result.Network;
        result.History[^1].Accuracy.ShouldBeNull();
        result.History[^1].Loss.ShouldBeLessThan(0.001);
    }
}
