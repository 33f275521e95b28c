namespace Geometry.Networks.Tests;

public class ReplicaTrainerTests
{
    private static readonly TrainingSet s_data = SampleTasks.Unstructured(80, width: 10);
    private static readonly MlpOptions s_options = new() { HiddenWidths = [12], Epochs = 5, BatchSize = 30 };

    [Fact]
    public void Should_Take_The_Path_Of_The_Rule()
    {
        Nonlinearity own = Nonlinearity.FromFunction("square", x => x * x);
        ReplicaTrainer.PathFor(s_data, s_options).ShouldBe(ReplicaPath.Fused);
        ReplicaTrainer.PathFor(s_data, s_options with { Nonlinearity = own }).ShouldBe(ReplicaPath.TorchSharp);
        ReplicaTrainer.PathFor(s_data, s_options with { HiddenWidths = [512, 1024] }).ShouldBe(ReplicaPath.Fused);
        ReplicaTrainer.PathFor(s_data, s_options with { HiddenWidths = [512, 1025] }).ShouldBe(ReplicaPath.TorchSharp);

        IReadOnlyList<ReplicaResult> results = ReplicaTrainer.Train(s_data, [s_options, s_options with { Nonlinearity = own }]);
        results.Select(result => result.Path).ShouldBe([ReplicaPath.Fused, ReplicaPath.TorchSharp]);
        using Mlp alone = MlpTrainer.Train(s_data, s_options with { Nonlinearity = own }).Network;
        MlpTests.Weights(results[1].RequireTraining().Network).ShouldBe(MlpTests.Weights(alone));
        Dispose(results);
    }

    [Fact]
    public void Should_Stop_Each_Replica_By_Its_Own_Rule()
    {
        MlpOptions still = MlpPresets.FixedReadout with { HiddenWidths = [12], LearningRate = 1e-9, Tolerance = 1e-5, Epochs = 50 };
        MlpOptions wandering = MlpPresets.FixedReadout with { HiddenWidths = [12], LearningRate = 1e-30, InputNoise = 1, Patience = 3, Epochs = 1000 };
        IReadOnlyList<ReplicaResult> results = ReplicaTrainer.Train(s_data, [still, s_options, wandering, s_options with { Epochs = 0 }]);
        results.Select(result => result.RequireTraining().StopReason)
            .ShouldBe([StopReason.Converged, StopReason.EpochsDone, StopReason.NoImprovement, StopReason.EpochsDone]);
        results.Select(result => result.RequireTraining().History.Count).Take(2).ShouldBe([1, 5]);
        double[] losses = [.. results[2].RequireTraining().History.Select(report => report.Loss)];
        Array.IndexOf(losses, losses.Min()).ShouldBe(losses.Length - 4);
        using Mlp initial = new(s_data.Width, 1, s_options);
        MlpTests.Weights(results[3].RequireTraining().Network).ShouldBe(MlpTests.Weights(initial));
        results[3].RequireTraining().Laziness[0].WeightChange.ShouldBe(0);
        Dispose(results);
    }

    [Fact]
    public void Should_Keep_Checkpoints_On_The_Way()
    {
        IReadOnlyList<ReplicaResult> results = ReplicaTrainer.Train(
            s_data, [s_options with { CheckpointEpochs = [0, 2, 5] }, s_options with { Epochs = 2 }, s_options, s_options with { Epochs = 0 }]);
        IReadOnlyList<NetworkCheckpoint> checkpoints = results[0].RequireTraining().Checkpoints;
        checkpoints.Select(checkpoint => checkpoint.Epoch).ShouldBe([0, 2, 5]);
        int[] sameAs = [3, 1, 2];
        for (int i = 0; i < sameAs.Length; i++)
        {
            MlpTests.Weights(checkpoints[i].Network).ShouldBe(MlpTests.Weights(results[sameAs[i]].RequireTraining().Network));
        }

        Dispose(results);
    }

    [Fact]
    public void Should_Not_Be_Harmed_By_A_Replica_That_Diverges()
    {
        MlpOptions wild = s_options with { Nonlinearity = Nonlinearity.Relu, Optimizer = MlpOptimizer.Sgd, LearningRate = 1e30, Epochs = 20 };
        IReadOnlyList<ReplicaResult> results = ReplicaTrainer.Train(s_data, [s_options, wild, s_options], threads: 2);
        results[1].Training.ShouldBeNull();
        results[1].Divergence.ShouldNotBeNull().Epoch.ShouldBeInRange(1, 20);
        Should.Throw<TrainingDivergedException>(results[1].RequireTraining).Message.ShouldContain("(now 1E+30 with Sgd)");
        IReadOnlyList<ReplicaResult> without = ReplicaTrainer.Train(s_data, [s_options]);
        foreach (int i in new[] { 0, 2 })
        {
            MlpTests.Weights(results[i].RequireTraining().Network).ShouldBe(MlpTests.Weights(without[0].RequireTraining().Network));
        }

        Dispose([.. results, .. without]);
    }

    [Fact]
    public void Should_Diverge_In_The_Epoch_In_Which_One_Network_At_A_Time_Does()
    {
        TrainingSet data = new(s_data.Features.ToArray().Select(value => value * 1e18f).ToArray(), s_data.Width,
            TrainingTargets.Real(Enumerable.Range(0, 80).Select(row => (float)row).ToArray()));
        MlpOptions options = new() { Nonlinearity = Nonlinearity.Linear, Optimizer = MlpOptimizer.Sgd, LearningRate = 1e3 };
        TrainingDivergedException alone = Should.Throw<TrainingDivergedException>(() => MlpTrainer.Train(data, options));
        ReplicaTrainer.Train(data, [options])[0].Divergence!.Message.ShouldBe(alone.Message);
    }

    [Fact]
    public void Should_Report_Every_Epoch_Of_Every_Replica_One_At_A_Time()
    {
        List<(int Replica, EpochReport Report)> reports = [];
        int inside = 0;
        IReadOnlyList<ReplicaResult> results = ReplicaTrainer.Train(s_data, [s_options, s_options with { Seed = 2, Epochs = 3 }], threads: 2, progress: (replica, report) =>
        {
            Interlocked.Increment(ref inside).ShouldBe(1);
            reports.Add((replica, report));
            Interlocked.Decrement(ref inside);
        });
        for (int i = 0; i < results.Count; i++)
        {
            reports.Where(item => item.Replica == i).Select(item => item.Report).ShouldBe(results[i].RequireTraining().History);
        }

        Dispose(results);
    }

    [Fact]
    public void Should_Stop_Everything_When_Cancelled()
    {
        long before = TorchSharp.torch.Tensor.TotalCount;
        using CancellationTokenSource source = new();
        Should.Throw<OperationCanceledException>(() => ReplicaTrainer.Train(
            s_data,
            [s_options with { Epochs = 1 }, s_options with { Epochs = 10_000_000 }, s_options with { Epochs = 10_000_000 }],
            progress: (replica, _) => source.CancelAsync(),
            cancellationToken: source.Token)).CancellationToken.ShouldBe(source.Token);
        TorchSharp.torch.Tensor.TotalCount.ShouldBeLessThanOrEqualTo(before);
    }

    [Fact]
    public void Should_Pass_On_What_A_Callback_Throws() =>
        Should.Throw<FormatException>(() => ReplicaTrainer.Train(
            s_data, [s_options with { Epochs = 10_000_000 }, s_options], threads: 2, progress: (replica, _) =>
            {
                if (replica == 1)
                {
                    throw new FormatException("as it is");
                }
            })).Message.ShouldBe("as it is");

    [Fact]
    public void Should_Say_Which_Replica_Has_Wrong_Options()
    {
        Should.Throw<ArgumentException>(() => ReplicaTrainer.Train(s_data, [s_options, s_options with { Epochs = -1 }])).Message
            .ShouldBe("Replica 1: MlpOptions has 1 setting out of range:\n  Epochs = -1: must be from 0 to 10000000.");
        Should.Throw<ArgumentException>(() => ReplicaTrainer.Train(s_data, [s_options with { Loss = MlpLoss.CrossEntropy }])).Message
            .ShouldStartWith("Replica 0: The loss CrossEntropy does not go with Binary targets.");
        Should.Throw<ArgumentOutOfRangeException>(() => ReplicaTrainer.Train(s_data, [s_options], threads: 0)).ParamName.ShouldBe("threads");
        Should.Throw<ArgumentException>(() => ReplicaTrainer.Train(s_data, [s_options], new float[7])).Message.ShouldContain("7 probe values");
        ReplicaTrainer.Train(s_data, []).ShouldBeEmpty();
    }

    private static void Dispose(IEnumerable<ReplicaResult> results)
    {
        foreach (ReplicaResult result in results)
        {
            result.Dispose();
        }
    }
}
