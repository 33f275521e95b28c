namespace Geometry.Networks.Tests;

public class StoppingTests
{
    private static readonly TrainingSet s_data = SampleTasks.Unstructured(200);

    [Fact]
    public void Should_Stop_When_Parameters_Stand_Still()
    {
        // With SGD and a tiny rate the first epoch already changes less than the tolerance.
        MlpOptions options = MlpPresets.FixedReadout with { LearningRate = 1e-9, Tolerance = 1e-5, Epochs = 50 };
        MlpTrainingResult result = Train(options);
        result.StopReason.ShouldBe(StopReason.Converged);
        result.History.Count.ShouldBe(1);
        Train(options with { Tolerance = 0, Epochs = 3 }).StopReason.ShouldBe(StopReason.EpochsDone);
    }

    [Fact]
    public void Should_Stop_When_The_Loss_No_Longer_Falls()
    {
        // Fresh noise on a network that hardly learns: the loss wanders, so that a minimum stands for three epochs before long.
        MlpOptions options = MlpPresets.FixedReadout with { LearningRate = 1e-30, InputNoise = 1, Patience = 3, Epochs = 1000 };
        MlpTrainingResult result = Train(options);
        result.StopReason.ShouldBe(StopReason.NoImprovement);
        result.History.Count.ShouldBeLessThan(1000);
        double[] losses = [.. result.History.Select(report => report.Loss)];
        Array.IndexOf(losses, losses.Min()).ShouldBe(losses.Length - 4);
    }

    [Fact]
    public void Should_Leave_The_Initial_Network_With_No_Epochs()
    {
        MlpOptions options = new() { Epochs = 0 };
        MlpTrainingResult result = MlpTrainer.Train(s_data, options);
        using Mlp network = result.Network, initial = new(s_data.Width, 1, options);
        MlpTests.Weights(network).ShouldBe(MlpTests.Weights(initial));
        result.History.ShouldBeEmpty();
        result.Laziness[0].WeightChange.ShouldBe(0);
        result.Laziness[0].KernelChange!.Value.ShouldBe(0, 1e-12);
    }

    [Fact]
    public void Should_Stop_When_Cancelled()
    {
        using CancellationTokenSource source = new();
        int epochs = 0;
        Should.Throw<OperationCanceledException>(() => MlpTrainer.Train(
            s_data, new MlpOptions { Epochs = 1000 }, progress: _ =>
            {
                if (++epochs == 2)
                {
                    source.Cancel();
                }
            },
            cancellationToken: source.Token));
        epochs.ShouldBe(2);
    }

    [Fact]
    public void Should_Say_That_Training_Diverged()
    {
        TrainingSet data = new(s_data.Features.ToArray().Select(value => value * 1e18f).ToArray(), s_data.Width,
            TrainingTargets.Real(Enumerable.Range(0, 200).Select(row => (float)row).ToArray()));
        MlpOptions options = new() { Nonlinearity = Nonlinearity.Linear, Optimizer = MlpOptimizer.Sgd, LearningRate = 1e3 };
        TrainingDivergedException exception = Should.Throw<TrainingDivergedException>(() => MlpTrainer.Train(data, options));
        exception.Epoch.ShouldBe(1);
        exception.Message.ShouldBe("Training diverged in epoch 1: the loss is no longer finite. Lower MlpOptions.LearningRate (now 1000 with Sgd), "
            + "or scale the features to about unit variance.");
    }

    private static MlpTrainingResult Train(MlpOptions options)
    {
        MlpTrainingResult result = MlpTrainer.Train(s_data, options);
        result.Network.Dispose();
        return result;
    }
}
