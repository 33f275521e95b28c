using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Geometry.MLNet;
using Geometry.Networks;
using Geometry.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;
using static TorchSharp.torch;

namespace Geometry.Benchmarks;

/// <summary>
/// What it costs to embed rows through the pipeline, beside a bare batched forward pass over the same rows in memory and
/// the bare reading of them: the first should be at most 1.5 times the sum of the other two.
/// </summary>
[Config(typeof(Config))]
public class EmbeddingBenchmark
{
    private const int BatchSize = 512, Width = 784;

    private IDataView _rows = null!, _embedded = null!;
    private Mlp _network = null!;
    private float[] _features = null!;

    /// <summary>Gets or sets the number of rows.</summary>
    [Params(10_000)]
    public int Rows { get; set; }

    /// <summary>Makes the rows and a network of the default experiment's size.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        var ml = new MLContext(seed: 1);
        _rows = ml.Geometry.Data.FromTask(new UnstructuredBinaryTask { Dimensions = Width }, Rows, seed: 1);
        MlpTransformer model = ml.Geometry.Networks.Mlp("Label", "Features", new MlpOptions { HiddenWidths = [128, 128], Epochs = 0, Seed = 1 }).Fit(_rows);
        _embedded = model.Transform(_rows);
        _network = model.Training.Network;
        _features = [.. _rows.GetColumn<float[]>("Features").SelectMany(row => row)];
    }

    /// <summary>Reads the features and does nothing with them.</summary>
    [Benchmark]
    public float ReadRows() => ReadColumns(_rows, "Features");

    /// <summary>Runs the network over rows that are in memory, batch by batch, and copies the layers out.</summary>
    [Benchmark(Baseline = true)]
    public float BareForward()
    {
        var hidden = new float[BatchSize * 128];
        var logits = new float[BatchSize];
        float sum = 0;
        using var noGradient = no_grad();
        for (int start = 0; start < Rows; start += BatchSize)
        {
            int count = Math.Min(BatchSize, Rows - start);
            using var scope = NewDisposeScope();
            MlpOutputs outputs = _network.ForwardLayers(tensor(_features.AsMemory(start * Width, count * Width), [count, Width]));
            foreach (Tensor layer in outputs.Hidden)
            {
                layer.data<float>().CopyTo(hidden.AsSpan(0, count * 128));
                sum += hidden[0];
            }

            outputs.Logits.data<float>().CopyTo(logits.AsSpan(0, count));
            sum += logits[0];
        }

        return sum;
    }

    /// <summary>Reads both hidden layers and the score through the pipeline.</summary>
    [Benchmark]
    public float Pipeline() => ReadColumns(_embedded, "Hidden1", "Hidden2", "Score");

    private static float ReadColumns(IDataView view, params string[] columns)
    {
        using DataViewRowCursor cursor = view.GetRowCursor(columns.Select(name => view.Schema[name]));
        var vectors = columns.Where(name => view.Schema[name].Type is VectorDataViewType).Select(name => cursor.GetGetter<VBuffer<float>>(view.Schema[name])).ToArray();
        var scalars = columns.Where(name => view.Schema[name].Type is NumberDataViewType).Select(name => cursor.GetGetter<float>(view.Schema[name])).ToArray();
        VBuffer<float> vector = default;
        float scalar = 0, sum = 0;
        while (cursor.MoveNext())
        {
            foreach (ValueGetter<VBuffer<float>> getter in vectors)
            {
                getter(ref vector);
                sum += vector.GetValues()[0];
            }

            foreach (ValueGetter<float> getter in scalars)
            {
                getter(ref scalar);
                sum += scalar;
            }
        }

        return sum;
    }

    private sealed class Config : ManualConfig
    {
        public Config()
        {
            AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(10));
            AddColumn(new RowsPerSecondColumn());
        }
    }
}
