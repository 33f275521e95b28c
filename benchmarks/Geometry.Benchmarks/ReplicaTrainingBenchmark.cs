using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Geometry.Networks;
using Geometry.Seeding;
using static TorchSharp.torch;

namespace Geometry.Benchmarks;

/// <summary>
/// Training networks that share a task together, beside one at a time through TorchSharp: time of a training step of one network (Adam,
/// one hidden layer). Together should be at least 15, 7 and 5 times as fast for the three full-batch sizes, in their order.
/// </summary>
[Config(typeof(Config))]
public class ReplicaTrainingBenchmark
{
    private const int Replicas = 8, Steps = 400, StepsAlone = 200;

    private TrainingSet _data = null!;
    private MlpOptions _options = null!;
    private float[] _probes = null!;

    /// <summary>Gets the sizes: features, hidden units, rows, rows of a step.</summary>
    public static IEnumerable<Setting> Settings =>
        [new(50, 100, 32, 32), new(50, 100, 100, 100), new(100, 100, 200, 200), new(50, 100, 1000, 100)];

    /// <summary>Gets or sets the size.</summary>
    [ParamsSource(nameof(Settings))]
    public Setting Size { get; set; } = null!;

    /// <summary>Makes the rows; two probes keep the laziness indicator out of what is measured.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        float[] features = new float[Size.Rows * Size.Features];
        new RandomStream(1, StreamNames.Task).FillGaussian(features.AsSpan());
        float[] targets = [.. Enumerable.Range(0, Size.Rows).Select(row => row % 4 >= 2 ? 1f : 0f)];
        _data = new TrainingSet(features, Size.Features, TrainingTargets.Binary(targets));
        _options = new MlpOptions { HiddenWidths = [Size.Hidden], BatchSize = Size.Batch };
        _probes = features[..(2 * Size.Features)];
    }

    /// <summary>One network after the other through TorchSharp.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = StepsAlone)]
    public void OneByOne() => MlpTrainer.Train(_data, WithSteps(StepsAlone, seed: 1), _probes).Network.Dispose();

    /// <summary>Through TorchSharp too, one network on each core.</summary>
    [Benchmark(OperationsPerInvoke = StepsAlone * Replicas)]
    public void OneByOneOnEachCore() => Parallel.For(0, Replicas, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
        seed => MlpTrainer.Train(_data, WithSteps(StepsAlone, seed), _probes).Network.Dispose());

    /// <summary>All networks together.</summary>
    [Benchmark(OperationsPerInvoke = Steps * Replicas)]
    public void Together()
    {
        MlpOptions[] replicas = [.. Enumerable.Range(0, Replicas).Select(seed => WithSteps(Steps, seed))];
        foreach (ReplicaResult result in ReplicaTrainer.Train(_data, replicas, _probes))
        {
            result.RequireTraining().Network.Dispose();
        }
    }

    /// <summary>The arithmetic of one step, 2 N H (2 D + 3) operations, at the rate of libtorch's large matrix products on all cores.</summary>
    [Benchmark(OperationsPerInvoke = Steps)]
    public void MatrixRate()
    {
        const int Width = 512;
        double operations = Steps * 2d * Size.Batch * Size.Hidden * ((2 * Size.Features) + 3);
        int cores = Environment.ProcessorCount, rows = (int)(operations / (2d * Width * Width * cores));
        Parallel.For(0, cores, new ParallelOptions { MaxDegreeOfParallelism = cores }, _ => SingleThreadedOperators.Run(() =>
        {
            using var left = ones(rows, Width);
            using var right = ones(Width, Width);
            using var product = left.mm(right);
            return product.NumberOfElements;
        }));
    }

    private MlpOptions WithSteps(int steps, int seed) => _options with { Epochs = steps * Size.Batch / Size.Rows, Seed = seed };

    /// <summary>A size of task and network.</summary>
    /// <param name="Features">The number of features.</param>
    /// <param name="Hidden">The number of hidden units.</param>
    /// <param name="Rows">The number of rows.</param>
    /// <param name="Batch">The rows of a step.</param>
    public sealed record Setting(int Features, int Hidden, int Rows, int Batch)
    {
        /// <inheritdoc/>
        public override string ToString() => $"D={Features} H={Hidden} N={Batch} of {Rows}";
    }

    private sealed class Config : ManualConfig
    {
        public Config() => AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithStrategy(RunStrategy.Monitoring)
            .WithWarmupCount(2).WithIterationCount(10));
    }
}
