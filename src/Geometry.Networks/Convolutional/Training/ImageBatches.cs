using Geometry.Seeding;
using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>Images in batches. They stay where they are: a batch is copied, changed by augmentation where that is asked for, when it is taken.</summary>
internal sealed class ImageBatches
{
    private readonly ReadOnlyMemory<float> _images;
    private readonly int[] _shape;
    private readonly int _size, _batchSize;
    private readonly ImageAugmentation _augmentation;
    private readonly RandomStream _order, _changes;
    private readonly long[] _rows, _sequence;
    private float[] _batch = [];
    private RandomStream _epochChanges;

    /// <summary>Gives batches of some rows.</summary>
    /// <param name="data">All rows.</param>
    /// <param name="shape">The channels, height and width of an image.</param>
    /// <param name="rows">Which rows.</param>
    /// <param name="options">The size of batches, the augmentation and the seed.</param>
    public ImageBatches(TrainingSet data, IReadOnlyList<int> shape, long[] rows, ConvNetOptions options)
    {
        (_images, _shape, _size, _rows) = (data.Features, [.. shape], data.Width, rows);
        (_batchSize, _augmentation) = (options.BatchSize, options.Augmentation);
        _sequence = [.. rows];
        _order = new RandomStream(options.EffectiveSeed, StreamNames.Order);
        _changes = _epochChanges = new RandomStream(options.EffectiveSeed, "augmentation");

        // One image alone has no variance to normalise by, so it joins the batch before.
        Count = rows.Length <= _batchSize ? 1 : (rows.Length / _batchSize) + (rows.Length % _batchSize > 1 ? 1 : 0);
    }

    /// <summary>Gets the number of rows.</summary>
    public int Rows => _rows.Length;

    /// <summary>Gets the number of batches.</summary>
    public int Count { get; }

    /// <summary>Opens an epoch: a new order and new changes, which depend on the seed and the epoch alone.</summary>
    public void Shuffle(int epoch)
    {
        _rows.CopyTo(_sequence, 0);
        _order.Fork(epoch).Shuffle(_sequence.AsSpan());
        _epochChanges = _changes.Fork(epoch);
    }

    /// <summary>Names the rows of a batch.</summary>
    public ReadOnlySpan<long> RowsOf(int batch)
    {
        int start = batch * _batchSize;
        return batch == Count - 1 ? _sequence.AsSpan(start) : _sequence.AsSpan(start, _batchSize);
    }

    /// <summary>Copies the images of a batch.</summary>
    /// <param name="batch">The number of the batch.</param>
    /// <param name="changed">Whether augmentation applies.</param>
    public Tensor Take(int batch, bool changed)
    {
        ReadOnlySpan<long> rows = RowsOf(batch);
        if (_batch.Length < rows.Length * _size)
        {
            _batch = new float[rows.Length * _size];
        }

        for (int i = 0; i < rows.Length; i++)
        {
            ReadOnlySpan<float> image = _images.Span.Slice((int)rows[i] * _size, _size);
            Span<float> target = _batch.AsSpan(i * _size, _size);
            if (changed && _augmentation.IsOn)
            {
                Change(image, target);
            }
            else
            {
                image.CopyTo(target);
            }
        }

        return TensorMemory.FromSpan(_batch.AsSpan(0, rows.Length * _size), rows.Length, _shape[0], _shape[1], _shape[2]);
    }

    private void Change(ReadOnlySpan<float> image, Span<float> target)
    {
        (int height, int width) = (_shape[1], _shape[2]);
        int reach = (2 * _augmentation.CropPadding) + 1;
        int down = _epochChanges.NextInt32(reach) - _augmentation.CropPadding;
        int right = _epochChanges.NextInt32(reach) - _augmentation.CropPadding;
        bool mirrored = _augmentation.HorizontalFlip && _epochChanges.NextInt32(2) == 1;
        target.Clear();
        for (int row = 0; row < _shape[0] * height; row++)
        {
            int from = (row % height) + down;
            if (from < 0 || from >= height)
            {
                continue;
            }

            ReadOnlySpan<float> source = image.Slice(((row / height * height) + from) * width, width);
            Span<float> line = target.Slice(row * width, width);
            int first = Math.Max(0, -right), last = Math.Min(width, width - right);
            source[(first + right)..(last + right)].CopyTo(line[first..last]);
            if (mirrored)
            {
                line.Reverse();
            }
        }
    }
}
