using static TorchSharp.torch;

namespace Geometry.MLNet;

/// <summary>The values of a network's layers for one batch of rows; the memory serves batch after batch.</summary>
internal sealed class LayerValues
{
    private readonly float[][] _values;
    private readonly int[] _widths;

    /// <summary>Makes room for the wanted layers.</summary>
    public LayerValues(IReadOnlyList<int> widths, int capacity, ReadOnlySpan<bool> wanted)
    {
        _widths = [.. widths];
        _values = new float[widths.Count][];
        for (int layer = 0; layer < _values.Length; layer++)
        {
            _values[layer] = wanted[layer] ? new float[capacity * widths[layer]] : [];
        }
    }

    /// <summary>Takes over a layer's output, rows x units (or more dimensions, which are flattened).</summary>
    public void Store(int layer, Tensor output, int rows)
    {
        using Tensor contiguous = output.detach().to(ScalarType.Float32).cpu().contiguous();
        contiguous.data<float>().CopyTo(_values[layer].AsSpan(0, rows * _widths[layer]));
    }

    /// <summary>The units of one layer in one row.</summary>
    public ReadOnlySpan<float> Row(int layer, int row) => _values[layer].AsSpan(row * _widths[layer], _widths[layer]);
}
