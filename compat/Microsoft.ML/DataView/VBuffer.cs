namespace Microsoft.ML.Data;

public readonly struct VBuffer<T> : IEnumerable
{
    public readonly int Length;

    private readonly T[] _values;
    private readonly int[] _indices;
    private readonly int _count;

    public VBuffer(int length, T[] values, int[] indices = null)
    {
        Check.Param(length >= 0, nameof(length), "The length must not be negative");
        Check.Param((values?.Length ?? 0) >= length, nameof(values), "The values array is shorter than the length");
        Length = length;
        _values = values ?? [];
        _count = length;
        _indices = indices;
    }

    public VBuffer(int length, int count, T[] values, int[] indices)
    {
        Check.Param(length >= 0, nameof(length), "The length must not be negative");
        Check.Param(0 <= count && count <= length, nameof(count), "The count must be between 0 and the length");
        Check.Param((values?.Length ?? 0) >= count, nameof(values), "The values array is shorter than the count");
        if (count != length)
            Check.Param((indices?.Length ?? 0) >= count, nameof(indices), "The indices array is shorter than the count");
        Length = length;
        _values = values ?? [];
        _count = count;
        _indices = indices;
    }

    public bool IsDense => _count == Length;

    internal T[] ValuesArray => _values;

    internal int[] IndicesArray => _indices;

    public ReadOnlySpan<T> GetValues() => _values.AsSpan(0, _count);

    public ReadOnlySpan<int> GetIndices() => IsDense ? default : _indices.AsSpan(0, _count);

    public void CopyToDense(ref VBuffer<T> destination)
    {
        var editor = VBufferEditor.Create(ref destination, Length);
        CopyTo(editor.Values);
        destination = editor.Commit();
    }

    public void CopyTo(ref VBuffer<T> destination)
    {
        if (IsDense)
        {
            CopyToDense(ref destination);
            return;
        }
        var editor = VBufferEditor.Create(ref destination, Length, _count);
        GetValues().CopyTo(editor.Values);
        GetIndices().CopyTo(editor.Indices);
        destination = editor.Commit();
    }

    public void CopyTo(ref VBuffer<T> destination, int sourceIndex, int length)
    {
        Check.Param(0 <= sourceIndex && sourceIndex <= Length, nameof(sourceIndex), "The index is out of range");
        Check.Param(0 <= length && length <= Length - sourceIndex, nameof(length), "The length is out of range");
        if (IsDense)
        {
            var dense = VBufferEditor.Create(ref destination, length);
            GetValues().Slice(sourceIndex, length).CopyTo(dense.Values);
            destination = dense.Commit();
            return;
        }
        int start = LowerBound(GetIndices(), sourceIndex);
        int end = LowerBound(GetIndices(), sourceIndex + length);
        var editor = VBufferEditor.Create(ref destination, length, end - start);
        GetValues()[start..end].CopyTo(editor.Values);
        if (end - start < length)
        {
            for (int i = start; i < end; i++)
                editor.Indices[i - start] = _indices[i] - sourceIndex;
        }
        destination = editor.Commit();
    }

    public void CopyTo(Span<T> destination) => CopyTo(destination, 0);

    public void CopyTo(Span<T> destination, int destinationIndex, T defaultValue = default)
    {
        Check.Param(0 <= destinationIndex && destinationIndex <= destination.Length - Length, nameof(destination), "Not large enough to hold these values");
        var target = destination.Slice(destinationIndex, Length);
        if (IsDense)
        {
            GetValues().CopyTo(target);
            return;
        }
        target.Fill(defaultValue);
        for (int i = 0; i < _count; i++)
            target[_indices[i]] = _values[i];
    }

    public static void Copy(T[] source, int sourceIndex, ref VBuffer<T> destination, int length)
    {
        Check.Param(0 <= length && length <= (source?.Length ?? 0), nameof(length), "The length is out of range");
        Check.Param(0 <= sourceIndex && sourceIndex <= (source?.Length ?? 0) - length, nameof(sourceIndex), "The index is out of range");
        var editor = VBufferEditor.Create(ref destination, length);
        source.AsSpan(sourceIndex, length).CopyTo(editor.Values);
        destination = editor.Commit();
    }

    public IEnumerable<KeyValuePair<int, T>> Items(bool all = false)
    {
        var (values, indices, count, length) = (_values, _indices, _count, Length);
        return Enumerate();

        IEnumerable<KeyValuePair<int, T>> Enumerate()
        {
            bool dense = count == length;
            if (!all || dense)
            {
                for (int i = 0; i < count; i++)
                    yield return new KeyValuePair<int, T>(dense ? i : indices[i], values[i]);
                yield break;
            }
            for (int slot = 0, next = 0; slot < length; slot++)
                yield return new KeyValuePair<int, T>(slot, next < count && indices[next] == slot ? values[next++] : default);
        }
    }

    public IEnumerable<T> DenseValues() => Items(all: true).Select(item => item.Value);

    public void GetItemOrDefault(int index, ref T destination) => destination = GetItemOrDefault(index);

    public T GetItemOrDefault(int index)
    {
        Check.Param((uint)index < (uint)Length, nameof(index), "The index is out of range");
        if (IsDense)
            return _values[index];
        int at = LowerBound(GetIndices(), index);
        return at < _count && _indices[at] == index ? _values[at] : default;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public IEnumerator GetEnumerator() => DenseValues().GetEnumerator();

    public override string ToString() => IsDense
        ? $"Dense vector of size {Length.ToString(CultureInfo.InvariantCulture)}"
        : $"Sparse vector of size {Length.ToString(CultureInfo.InvariantCulture)}, {_count.ToString(CultureInfo.InvariantCulture)} explicit values";

    private static int LowerBound(ReadOnlySpan<int> sorted, int value)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
