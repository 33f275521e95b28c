using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Geometry.Networks;
using Geometry.Seeding;
using static TorchSharp.torch;

namespace Geometry.Benchmarks;

/// <summary>
/// Training networks that share a task together, beside one at a time through TorchSharp: time of a training step of one network (binary cross
/// entropy, Adam, one hidden layer of tanh units). Together should be at least 15, 7 and 5 times as fast as one by one for the three
/// full-batch sizes, in their order.
/// </summary>
[Config(typeof(Config))]
public class ReplicaTrainingBenchmark
{
    private const int Replicas = 8, Steps = 400, StepsAlone = 200, StepsOfMatrices = 2000, Products = 4, MatrixWidth = 512;

    private TrainingSet _data = null!;
    private MlpOptions _options = null!;
    private float[] _probes = null!;
    private Tensor _features = null!, _targets = null!, _left = null!, _right = null!;

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
        _features = tensor(features, [Size.Rows, Size.Features]);
        _targets = tensor(targets, [Size.Rows, 1]);

        double operations = StepsOfMatrices * 2d * Size.Batch * Size.Hidden * ((2 * Size.Features) + 3);
        _left = ones((long)(operations / (2d * MatrixWidth * MatrixWidth * Products * Environment.ProcessorCount)), MatrixWidth);
        _right = ones(MatrixWidth, MatrixWidth);
    }

    /// <summary>
    /// One network after the other, by a plain TorchSharp loop with autograd: nothing but step after step, no history, no seeds of its own.
    /// Operators may use all cores.
    /// </summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = StepsAlone)]
    public float OneByOne()
    {
        set_num_threads(Environment.ProcessorCount);
        return PlainLoop();
    }

    /// <summary>The plain loop for one network on each core, with operators of one thread.</summary>
    [Benchmark(OperationsPerInvoke = StepsAlone * Replicas)]
    public void OneByOneOnEachCore() => Parallel.For(0, Replicas, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
        _ => SingleThreadedOperators.Run(PlainLoop));

    /// <summary>One network after the other by the library's own training through TorchSharp.</summary>
    [Benchmark(OperationsPerInvoke = StepsAlone)]
    public void MlpTrainerAlone() => MlpTrainer.Train(_data, WithSteps(StepsAlone, seed: 1), _probes).Dispose();

    /// <summary>All networks together.</summary>
    [Benchmark(OperationsPerInvoke = Steps * Replicas)]
    public void Together()
    {
        MlpOptions[] replicas = [.. Enumerable.Range(0, Replicas).Select(seed => WithSteps(Steps, seed))];
        foreach (ReplicaResult result in ReplicaTrainer.Train(_data, replicas, _probes))
        {
            result.Dispose();
        }
    }

    /// <summary>
    /// The arithmetic of one step, 2 N H (2 D + 3) operations, at the rate of libtorch's large matrix products (some thousand rows of 512 by
    /// 512 x 512), one on each core at a time.
    /// </summary>
    [Benchmark(OperationsPerInvoke = StepsOfMatrices)]
    public void MatrixRate() => Parallel.For(0, Environment.ProcessorCount, _ => SingleThreadedOperators.Run(() =>
    {
        for (int i = 0; i < Products; i++)
        {
            _left.mm(_right).Dispose();
        }

        return Products;
    }));

    /// <summary>Lets go of the tensors.</summary>
    [GlobalCleanup]
    public void CleanUp()
    {
        foreach (Tensor tensor in new[] { _features, _targets, _left, _right })
        {
            tensor.Dispose();
        }
    }

    private float PlainLoop()
    {
        using var scope = NewDisposeScope();
        nn.Module<Tensor, Tensor> network = nn.Sequential(nn.Linear(Size.Features, Size.Hidden), nn.Tanh(), nn.Linear(Size.Hidden, 1));
        optim.Optimizer optimizer = optim.Adam(network.parameters(), 0.001);
        float last = 0;
        for (int step = 0; step < StepsAlone; step++)
        {
            using var temporary = NewDisposeScope();
            int start = step * Size.Batch % Size.Rows;
            bool isWhole = Size.Batch == Size.Rows;
            Tensor output = network.forward(isWhole ? _features : _features.narrow(0, start, Size.Batch));
            Tensor loss = nn.functional.binary_cross_entropy_with_logits(output, isWhole ? _targets : _targets.narrow(0, start, Size.Batch));
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
            last = loss.item<float>();
        }

        return last;
    }

    private MlpOptions WithSteps(int steps, int seed) => _options with { Epochs = steps * Size.Batch / Size.Rows, Seed = seed };

    /// <summary>A size of task and network, shown as: features, hidden units, rows of a step of all rows.</summary>
    /// <param name="Features">The number of features.</param>
    /// <param name="Hidden">The number of hidden units.</param>
    /// <param name="Rows">The number of rows.</param>
    /// <param name="Batch">The rows of a step.</param>
    public sealed record Setting(int Features, int Hidden, int Rows, int Batch)
    {
        /// <inheritdoc/>
        public override string ToString() => $"{Features}, {Hidden}, {Batch} of {Rows}";
    }

    private sealed class Config : ManualConfig
    {
        public Config()
        {
            AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithStrategy(RunStrategy.Monitoring).WithWarmupCount(2).WithIterationCount(15));
            AddColumn(StatisticColumn.Min, new SpeedupColumn());
            HideColumns(Column.Error, Column.StdDev, Column.Ratio, Column.RatioSD);
        }
    }
}
