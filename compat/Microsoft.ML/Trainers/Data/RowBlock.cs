namespace Microsoft.ML.Trainers;

/// <summary>A run of consecutive training rows, dense or in compressed sparse form.</summary>
internal sealed class RowBlock
{
    private const int FirstRows = 32;

    private readonly int _width;
    private readonly bool _sparse;
    private readonly int[] _starts;
    private float[] _values;
    private int[] _indices;

    public RowBlock(int width, int capacity, bool sparse)
    {
        _width = width;
        _sparse = sparse;
        _starts = new int[sparse ? capacity + 1 : 0];
        _values = new float[sparse ? Math.Max(16, width) : checked(Math.Min(capacity, FirstRows) * width)];
        _indices = sparse ? new int[_values.Length] : [];
        Labels = new float[capacity];
        Weights = new float[capacity];
    }

    public int Count { get; private set; }

    public float[] Labels { get; }

    public float[] Weights { get; }

    /// <param name="values">The values of the row.</param>
    /// <param name="indices">Their places, or empty when all values are there.</param>
    /// <param name="label">The label.</param>
    /// <param name="weight">The weight of the row in the objective.</param>
    public void Add(ReadOnlySpan<float> values, ReadOnlySpan<int> indices, float label, float weight)
    {
        bool dense = values.Length == _width;
        if (!_sparse && (Count + 1) * _width > _values.Length)
            Array.Resize(ref _values, Math.Min(2 * Count, Labels.Length) * _width);
        if (_sparse) AddSparse(values, indices, dense);
        else if (dense) values.CopyTo(_values.AsSpan(Count * _width));
        else
        {
            for (int i = 0; i < values.Length; i++) _values[Count * _width + indices[i]] = values[i];
        }

        Labels[Count] = label;
        Weights[Count] = weight;
        Count++;
    }

    public double Dot(int row, ReadOnlySpan<double> weights)
    {
        if (!_sparse) return WidenedProducts.Dot(_values.AsSpan(row * _width, _width), weights);
        int start = _starts[row], length = _starts[row + 1] - start;
        return WidenedProducts.Dot(_indices.AsSpan(start, length), _values.AsSpan(start, length), weights);
    }

    public void AddTo(int row, double scale, Span<double> target)
    {
        if (!_sparse)
        {
            WidenedProducts.Add(_values.AsSpan(row * _width, _width), scale, target);
            return;
        }

        int start = _starts[row], length = _starts[row + 1] - start;
        WidenedProducts.Add(_indices.AsSpan(start, length), _values.AsSpan(start, length), scale, target);
    }

    /// <summary>Adds the squares of a row's values times a weight.</summary>
    public void AddSquaresTo(int row, double scale, Span<double> target)
    {
        if (!_sparse)
        {
            ReadOnlySpan<float> values = _values.AsSpan(row * _width, _width);
            for (int i = 0; i < values.Length; i++) target[i] += scale * values[i] * values[i];
            return;
        }

        for (int i = _starts[row]; i < _starts[row + 1]; i++) target[_indices[i]] += scale * _values[i] * _values[i];
    }

    private void AddSparse(ReadOnlySpan<float> values, ReadOnlySpan<int> indices, bool dense)
    {
        int end = _starts[Count];
        if (end + values.Length > _values.Length)
        {
            int length = Math.Max(end + values.Length, 2 * _values.Length);
            Array.Resize(ref _values, length);
            Array.Resize(ref _indices, length);
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] == 0) continue;
            _values[end] = values[i];
            _indices[end++] = dense ? i : indices[i];
        }

        _starts[Count + 1] = end;
    }
}
