using TorchSharp;

namespace Geometry.Networks.Tests;

public class ReplicaReproducibilityTests
{
    private static readonly TrainingSet s_data = SampleTasks.Unstructured(130, width: 21);

    private static readonly MlpOptions[] s_replicas =
    [
        new() { Seed = 1, HiddenWidths = [37, 24], InputNoise = 0.2, Epochs = 4, BatchSize = 50 },
        new() { Seed = 2, HiddenWidths = [100], Nonlinearity = Nonlinearity.Gelu, Epochs = 6, BatchSize = 200 },
        new() { Seed = 3, HiddenWidths = [40], Nonlinearity = Nonlinearity.Relu, Epochs = 3, Readout = ReadoutMode.FixedBalanced },
        new() { Seed = 4, HiddenWidths = [9], Optimizer = MlpOptimizer.Sgd, Momentum = 0.9, Epochs = 5, Loss = MlpLoss.MeanSquaredError },
        new() { Seed = 5, HiddenWidths = [12], Nonlinearity = Nonlinearity.FromFunction("cube", x => x * x * x), Epochs = 2 },
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(16)]
    public void Should_Give_The_Same_Bits_At_Any_Number_Of_Threads(int threads) => Bits(s_replicas, threads).ShouldBe(Bits(s_replicas, threads: 3));

    [Fact]
    public void Should_Give_The_Same_Bits_In_Any_Grouping()
    {
        float[][] together = Bits(s_replicas);
        s_replicas.SelectMany(options => Bits([options])).ShouldBe(together);
        Bits([.. s_replicas.Reverse()]).Reverse().ShouldBe(together);
        Bits([.. s_replicas, .. s_replicas])[s_replicas.Length..].ShouldBe(together);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(16)]
    public void Should_Give_The_Same_Bits_With_Any_Vectors(int width) =>
        Bits(s_replicas, vectors: (VectorWidth)width).ShouldBe(Bits(s_replicas));

    [Fact]
    public void Should_Keep_No_Tensors()
    {
        Bits(s_replicas);
        long before = torch.Tensor.TotalCount;
        Bits([.. s_replicas.Select(options => options with { CheckpointEpochs = [0, 1] })]);
        torch.Tensor.TotalCount.ShouldBeLessThanOrEqualTo(before);
    }

    [Fact]
    public void Should_Allocate_Nothing_In_A_Step()
    {
        // The same number of epochs, with 13 and with 130 steps each.
        long few = BytesPerEpoch(10), many = BytesPerEpoch(1);
        many.ShouldBe(few);
        few.ShouldBeLessThan(1000);
    }

    private static long BytesPerEpoch(int batch)
    {
        List<long> bytes = new(20);
        MlpOptions options = s_replicas[0] with { BatchSize = batch, Epochs = 20 };
        foreach (ReplicaResult result in ReplicaTrainer.Train(
            s_data, [options], threads: 1, progress: (_, _) => bytes.Add(GC.GetAllocatedBytesForCurrentThread())))
        {
            result.Dispose();
        }

        // The list of reports grows now and then.
        return bytes.Zip(bytes.Skip(1), (before, after) => after - before).Order().ElementAt(bytes.Count / 2);
    }

    private static float[][] Bits(MlpOptions[] replicas, int? threads = null, VectorWidth? vectors = null)
    {
        IReadOnlyList<ReplicaResult> results = ReplicaTrainer.Train(
            s_data, replicas, default, threads, null, vectors ?? VectorWidths.Best, CancellationToken.None);
        float[][] bits = [.. results.Select(result => (float[])
        [
            .. MlpTests.Weights(result.RequireTraining().Network).SelectMany(values => values),
            .. result.RequireTraining().History.Select(report => (float)report.Loss),
        ])];
        foreach (ReplicaResult result in results)
        {
            result.Dispose();
        }

        return bits;
    }
}
