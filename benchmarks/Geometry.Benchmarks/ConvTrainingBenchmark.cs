using System.Diagnostics;
using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Geometry.Networks;
using Geometry.Seeding;

namespace Geometry.Benchmarks;

/// <summary>
/// One epoch of training the small convolutional network on images of Fashion-MNIST's size, beside the same network, batch size and optimizer in
/// Python's torch on the same libtorch, both with one thread: the former should take at most 1.2 times as long. GEOMETRY_PYTHON names
/// the Python with torch; by default it is /usr/bin/python3.
/// </summary>
[Config(typeof(Config))]
public class ConvTrainingBenchmark : IDisposable
{
    private const int BatchSize = 64, Threads = 1, Classes = 10;

    private static readonly ConvNetOptions s_options = new()
    {
        ImageShape = [1, 28, 28], Nonlinearity = Nonlinearity.Relu, Epochs = 1, BatchSize = BatchSize, Seed = 1,
    };

    private TrainingSet _images = null!;
    private Process? _python;

    /// <summary>Gets or sets the number of images.</summary>
    [Params(2_048)]
    public int Rows { get; set; }

    /// <summary>Makes images and starts Python.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        var random = new RandomStream(1, "images");
        var values = new float[Rows * 784];
        random.FillGaussian(values.AsSpan());
        _images = new TrainingSet(values, 784, TrainingTargets.Classes(Enumerable.Range(0, Rows).Select(_ => random.NextInt32(Classes)).ToArray(), Classes));
        string script = Path.Combine(AppContext.BaseDirectory, "python", "conv_training.py");
        string[] arguments = [script, .. new[] { Rows, BatchSize, Threads }.Select(number => number.ToString(CultureInfo.InvariantCulture))];
        _python = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("GEOMETRY_PYTHON") ?? "/usr/bin/python3", arguments)
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        Answer();
    }

    /// <summary>Stops Python.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _python?.StandardInput.Close();
        _python?.WaitForExit();
        _python?.Dispose();
        _python = null;
        GC.SuppressFinalize(this);
    }

    /// <summary>An epoch in Python's torch.</summary>
    [Benchmark(Baseline = true)]
    public string PythonTorch()
    {
        _python!.StandardInput.WriteLine("epoch");
        _python.StandardInput.Flush();
        return Answer();
    }

    /// <summary>An epoch of this library.</summary>
    [Benchmark]
    public double Geometry()
    {
        ConvNetTrainingResult result = ConvNetTrainer.Train(_images, s_options);
        result.Network.Dispose();
        return result.History[^1].Loss;
    }

    private string Answer() => _python!.StandardOutput.ReadLine()
        ?? throw new InvalidOperationException("Python ended. Install torch for it (Debian: python3-torch), or name another in GEOMETRY_PYTHON.");

    private sealed class Config : ManualConfig
    {
        public Config()
        {
            AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(2).WithIterationCount(10).WithInvocationCount(1).WithUnrollFactor(1));
            AddColumn(new RowsPerSecondColumn());
        }
    }
}
