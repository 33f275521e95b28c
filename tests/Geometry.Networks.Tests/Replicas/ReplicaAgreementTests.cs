namespace Geometry.Networks.Tests;

/// <summary>A replica is what <see cref="MlpTrainer"/> makes of the same options, up to rounding.</summary>
public class ReplicaAgreementTests
{
    private static readonly MlpOptions s_start = new() { HiddenWidths = [13], Epochs = 3, BatchSize = 16, Seed = 5 };

    public static TheoryData<string> Nonlinearities => [.. NonlinearityTests.ClosedForms.Select(row => (string)((object[])row)[0])];

    [Theory]
    [MemberData(nameof(Nonlinearities))]
    public void Should_Agree_For_Every_Nonlinearity(string text) =>
        ShouldAgree(SampleTasks.Unstructured(40, width: 11), s_start with { Nonlinearity = Nonlinearity.Parse(text), HiddenWidths = [13, 8] });

    [Theory]
    [InlineData(ReadoutMode.Trained)]
    [InlineData(ReadoutMode.FixedBalanced)]
    [InlineData(ReadoutMode.FixedGaussian)]
    public void Should_Agree_For_Every_Readout_And_Optimizer(ReadoutMode readout)
    {
        TrainingSet data = SampleTasks.Unstructured(40, width: 11);
        MlpOptions options = s_start with { Readout = readout };
        ShouldAgree(data, options);
        ShouldAgree(data, options with { Optimizer = MlpOptimizer.Sgd });
        ShouldAgree(data, options with { Optimizer = MlpOptimizer.Sgd, Momentum = 0.9, LearningRate = 0.02 });
        ShouldAgree(data, options with { Optimizer = MlpOptimizer.Sgd, Loss = MlpLoss.MeanSquaredError });
        ShouldAgree(data, options with { Loss = MlpLoss.MeanSquaredError, InputNoise = 0.5 });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(10)]
    public void Should_Agree_For_Every_Kind_Of_Target(int columns)
    {
        TrainingSet sample = SampleTasks.Unstructured(40, width: 11);
        float[] real = [.. Enumerable.Range(0, 40 * columns).Select(i => MathF.Sin(i))], binary = [.. real.Select(value => value > 0 ? 1f : 0f)];
        ShouldAgree(new TrainingSet(sample.Features, 11, TrainingTargets.Real(real, columns)), s_start);
        ShouldAgree(new TrainingSet(sample.Features, 11, TrainingTargets.Binary(binary, columns)), s_start);
        int[] classes = [.. Enumerable.Range(0, 40).Select(row => row % (columns + 1))];
        ShouldAgree(new TrainingSet(sample.Features, 11, TrainingTargets.Classes(classes, columns + 1)), s_start with { Nonlinearity = Nonlinearity.Sigmoid });
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 40)]
    [InlineData(16, 3)]
    [InlineData(40, 20)]
    public void Should_Agree_For_Every_Depth_And_Batch(int width, int batch)
    {
        TrainingSet data = SampleTasks.Unstructured(40, width: 11);
        MlpOptions options = s_start with { BatchSize = batch, Epochs = batch < 5 ? 1 : 3 };
        ShouldAgree(data, options with { HiddenWidths = [width] });
        ShouldAgree(data, options with { HiddenWidths = [width, 9, width], Initialisation = MlpInitialisation.TorchLike, InputNoise = 0.3 });
    }

    [Fact]
    public void Should_Agree_When_A_Step_Takes_More_Rows_Than_A_Block()
    {
        // 1,200 rows of 150 + 3 * (304 + 200) floats are more than the working memory of a block.
        TrainingSet data = SampleTasks.Unstructured(1200, width: 150);
        ShouldAgree(data, s_start with { HiddenWidths = [300, 200], BatchSize = 1200, Epochs = 2 });
        ShouldAgree(data, s_start with { HiddenWidths = [300, 200], BatchSize = 1100, Epochs = 1, InputNoise = 0.2 });
    }

    [Fact]
    public void Should_Learn_What_One_Network_At_A_Time_Learns()
    {
        TrainingSet data = SampleTasks.Unstructured(600);
        MlpOptions[] replicas = [.. Enumerable.Range(1, 6).Select(seed => MlpPresets.FixedReadout with
        {
            Seed = seed,
            Epochs = 12,
            Nonlinearity = seed % 2 == 0 ? Nonlinearity.Relu : Nonlinearity.Tanh,
        })];
        IReadOnlyList<ReplicaResult> together = ReplicaTrainer.Train(data, replicas, SampleTasks.Conditions());
        for (int i = 0; i < replicas.Length; i++)
        {
            MlpTrainingResult alone = MlpTrainer.Train(data, replicas[i], SampleTasks.Conditions()), replica = together[i].RequireTraining();
            replica.History[^1].Loss.ShouldBe(alone.History[^1].Loss, 1e-3);
            replica.History[^1].Accuracy!.Value.ShouldBe(alone.History[^1].Accuracy!.Value, 0.005);
            replica.Laziness[0].WeightChange!.Value.ShouldBe(alone.Laziness[0].WeightChange!.Value, 1e-3);
            replica.Laziness[0].KernelChange!.Value.ShouldBe(alone.Laziness[0].KernelChange!.Value, 1e-3);
            alone.Network.Dispose();
            replica.Network.Dispose();
        }
    }

    private static void ShouldAgree(TrainingSet data, MlpOptions options)
    {
        ReplicaTrainer.PathFor(data, options).ShouldBe(ReplicaPath.Fused);
        MlpTrainingResult alone = MlpTrainer.Train(data, options), replica = ReplicaTrainer.Train(data, [options])[0].RequireTraining();
        using Mlp expected = alone.Network, actual = replica.Network;
        foreach ((float[] a, float[] e) in MlpTests.Weights(actual).Zip(MlpTests.Weights(expected)))
        {
            a.Zip(e, (x, y) => Math.Abs(x - y)).Max().ShouldBeLessThan(2e-5f, $"{options.Nonlinearity}, {options.Optimizer}, {options.Readout}");
        }

        replica.History.Select(report => report.Accuracy).ShouldBe(alone.History.Select(report => report.Accuracy));
        replica.History.Zip(alone.History, (a, e) => Math.Abs(a.Loss - e.Loss) / Math.Max(1, e.Loss)).Max().ShouldBeLessThan(1e-5);
        replica.StopReason.ShouldBe(alone.StopReason);
    }
}
