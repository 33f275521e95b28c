using Geometry.Seeding;

namespace Geometry.Networks;

/// <summary>The rows in the order and with the noise in which training presents them: those of <see cref="TrainingBatches"/>, to the bit.</summary>
internal sealed unsafe class FusedBatches : IDisposable
{
    private readonly float* _features;
    private readonly int _width;
    private readonly RandomStream _order, _noise;
    private readonly float _noiseScale;
    private readonly int[] _sequence;
    private readonly PinnedMemory _memory;
    private readonly float* _rows, _noiseValues;
    private RandomStream _epochNoise;

    /// <param name="features">All rows, pinned for as long as this is in use.</param>
    /// <param name="width">The number of features.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="options">Batch size, noise and seed.</param>
    /// <param name="blockRows">The most rows that <see cref="Block"/> is asked for.</param>
    public FusedBatches(float* features, int width, int rows, MlpOptions options, int blockRows)
    {
        _features = features;
        _width = width;
        Rows = rows;
        BatchSize = Math.Min(options.BatchSize, rows);
        _order = new RandomStream(options.EffectiveSeed, StreamNames.Order);
        _noise = _epochNoise = new RandomStream(options.EffectiveSeed, StreamNames.Noise);
        _noiseScale = (float)options.InputNoise;
        _sequence = new int[rows];
        Restart();
        long noise = _noiseScale > 0 ? BatchSize * (long)width : 0, block = IsInPlace ? 0 : (long)blockRows * width;
        _memory = new PinnedMemory(noise, block);
        _noiseValues = _memory.Take(noise);
        _rows = _memory.Take(block);
    }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>The number of rows of a step; the last step of an epoch may have fewer.</summary>
    public int BatchSize { get; }

    // All rows in their order and without noise: nothing to copy.
    private bool IsInPlace => BatchSize == Rows && _noiseScale == 0;

    /// <summary>Opens an epoch.</summary>
    public void Shuffle(int epoch)
    {
        if (_noiseScale > 0)
        {
            _epochNoise = _noise.Fork(epoch);
        }

        if (BatchSize < Rows)
        {
            Restart();
            _order.Fork(epoch).Shuffle(_sequence.AsSpan());
        }
    }

    /// <summary>Opens a step: draws the noise of all its rows.</summary>
    public void BeginStep(int rows)
    {
        if (_noiseScale > 0)
        {
            _epochNoise.FillGaussian(new Span<float>(_noiseValues, checked(rows * _width)));
        }
    }

    /// <summary>Names rows of an epoch by their places in the data.</summary>
    public ReadOnlySpan<int> RowsOf(int start, int count) => _sequence.AsSpan(start, count);

    /// <summary>Gives rows of a step, rows x width.</summary>
    /// <param name="stepStart">Where the step begins in the epoch.</param>
    /// <param name="start">Where the block begins in the step.</param>
    /// <param name="count">The number of rows.</param>
    public float* Block(int stepStart, int start, int count)
    {
        if (IsInPlace)
        {
            return _features + ((nint)start * _width);
        }

        for (int i = 0; i < count; i++)
        {
            Span<float> row = new(_rows + ((nint)i * _width), _width);
            new ReadOnlySpan<float>(_features + ((nint)_sequence[stepStart + start + i] * _width), _width).CopyTo(row);
            if (_noiseScale > 0)
            {
                ReadOnlySpan<float> noise = new(_noiseValues + ((nint)(start + i) * _width), _width);
                System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(noise, _noiseScale, row, row);
            }
        }

        return _rows;
    }

    public void Dispose() => _memory.Dispose();

    private void Restart()
    {
        for (int i = 0; i < _sequence.Length; i++)
        {
            _sequence[i] = i;
        }
    }
}
