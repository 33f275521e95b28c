using Geometry.Seeding;
using TorchSharp;
using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>The rows in the order and with the noise in which training presents them.</summary>
internal sealed class TrainingBatches
{
    private const int SampleRows = 1000;

    private readonly Tensor _features;
    private readonly RandomStream _order, _noise;
    private readonly double _noiseScale;
    private readonly float[] _noiseValues;
    private readonly Tensor? _noiseRows;
    private readonly long[] _sequence;
    private RandomStream _epochNoise;
    private Tensor? _epochOrder;

    public TrainingBatches(TrainingSet data, MlpOptions options)
    {
        Rows = data.Rows;
        BatchSize = Math.Min(options.BatchSize, data.Rows);
        _features = TensorMemory.FromSpan(data.Features.Span, data.Rows, data.Width);
        _order = new RandomStream(options.EffectiveSeed, StreamNames.Order);
        _noise = _epochNoise = new RandomStream(options.EffectiveSeed, StreamNames.Noise);
        _noiseScale = options.InputNoise;
        _noiseValues = _noiseScale > 0 ? new float[BatchSize * (long)data.Width] : [];
        _noiseRows = _noiseScale > 0 ? empty(new long[] { BatchSize, data.Width }, dtype: ScalarType.Float32) : null;
        _sequence = new long[data.Rows];
        Restart();
    }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of rows of a step; the last step of an epoch may have fewer.</summary>
    public int BatchSize { get; }

    /// <summary>Opens an epoch: a new order, which depends on the seed and the epoch alone, and new noise.</summary>
    public void Shuffle(int epoch)
    {
        _epochNoise = _noise.Fork(epoch);
        if (BatchSize < Rows)
        {
            Restart();
            _order.Fork(epoch).Shuffle(_sequence.AsSpan());
            _epochOrder = tensor(_sequence);
        }
    }

    /// <summary>Gives the rows of a step, and where they are among all rows (null: all, in their order).</summary>
    public (Tensor Input, Tensor? Selection) Take(int start)
    {
        if (BatchSize == Rows)
        {
            return (_noiseRows is null ? _features : _features.add(NextNoise(Rows), _noiseScale.ToScalar()), null);
        }

        Tensor selection = _epochOrder!.narrow(0, start, Math.Min(BatchSize, Rows - start));
        Tensor input = _features.index_select(0, selection);
        return (_noiseRows is null ? input : input.add_(NextNoise((int)input.shape[0]), _noiseScale.ToScalar()), selection);
    }

    /// <summary>Names the rows of a step.</summary>
    public ReadOnlySpan<long> RowsOf(int start, int count) => _sequence.AsSpan(start, count);

    /// <summary>Gives noise-free rows spread evenly over the data, at most 1,000.</summary>
    public Tensor Sample()
    {
        if (Rows <= SampleRows)
        {
            return _features;
        }

        long[] rows = [.. Enumerable.Range(0, SampleRows).Select(i => (long)i * Rows / SampleRows)];
        using Tensor selection = tensor(rows);
        return _features.index_select(0, selection);
    }

    private void Restart()
    {
        for (int i = 0; i < _sequence.Length; i++)
        {
            _sequence[i] = i;
        }
    }

    private Tensor NextNoise(int rows)
    {
        Span<float> values = _noiseValues.AsSpan(0, _noiseValues.Length / BatchSize * rows);
        _epochNoise.FillGaussian(values);
        Tensor noise = _noiseRows!.narrow(0, 0, rows);
        TensorMemory.CopyFrom(noise, values);
        return noise;
    }
}
