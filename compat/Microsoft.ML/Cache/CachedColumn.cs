using Microsoft.ML.Rows;

namespace Microsoft.ML.Cache;

/// <summary>All values of one column in memory: filled from a cursor, then read at any row by any number of threads.</summary>
internal abstract class CachedColumn
{
    /// <summary>Binds to the cursor that the column is filled from.</summary>
    public abstract void Bind(DataViewRow source, DataViewSchema.Column column);

    /// <summary>Takes the value of the source's current row.</summary>
    public abstract void Append();

    /// <summary>Lets go of the source.</summary>
    public abstract void Freeze();

    /// <summary>A getter of the value in the row that <paramref name="row"/> names when it is called.</summary>
    public abstract Delegate MakeGetter(Func<long> row);

    public static CachedColumn Create(DataViewSchema.Column column)
    {
        if (!column.Type.ItemTypeOrSelf().IsStandardScalar() && column.Type.ItemTypeOrSelf() is not KeyDataViewType)
            throw Check.Except($"Cannot cache column '{column.Name}': unhandled type {column.Type}");
        var (definition, item) = column.Type is VectorDataViewType vector
            ? (typeof(CachedVector<>), vector.ItemType.RawType)
            : (typeof(CachedScalar<>), column.Type.RawType);
        return (CachedColumn)Activator.CreateInstance(definition.MakeGenericType(item));
    }

    private sealed class CachedScalar<T> : CachedColumn
    {
        private T[] _values = [];
        private int _count;
        private ValueGetter<T> _source;

        public override void Bind(DataViewRow source, DataViewSchema.Column column) => _source = source.GetGetter<T>(column);

        public override void Append()
        {
            if (_count == _values.Length)
                Array.Resize(ref _values, Math.Max(64, 2 * _count));
            _source(ref _values[_count++]);
        }

        public override void Freeze()
        {
            _source = null;
            Array.Resize(ref _values, _count);
        }

        public override Delegate MakeGetter(Func<long> row) => (ValueGetter<T>)((ref T value) => value = _values[row()]);
    }

    /// <summary>Vectors end to end in blocks, so that a million short ones are not a million arrays.</summary>
    private sealed class CachedVector<T> : CachedColumn
    {
        private const int BlockLength = 1 << 16;

        private readonly List<Entry> _rows = [];
        private ValueGetter<VBuffer<T>> _source;
        private VBuffer<T> _current;
        private T[] _values = [];
        private int[] _indices = [];
        private int _usedValues;
        private int _usedIndices;

        public override void Bind(DataViewRow source, DataViewSchema.Column column) => _source = source.GetGetter<VBuffer<T>>(column);

        public override void Append()
        {
            _source(ref _current);
            var values = _current.GetValues();
            var indices = _current.GetIndices();
            Reserve(ref _values, ref _usedValues, values.Length);
            values.CopyTo(_values.AsSpan(_usedValues));
            Reserve(ref _indices, ref _usedIndices, indices.Length);
            indices.CopyTo(_indices.AsSpan(_usedIndices));
            _rows.Add(new Entry(_current.Length, values.Length, _values, _usedValues, _indices, _usedIndices));
            _usedValues += values.Length;
            _usedIndices += indices.Length;
        }

        public override void Freeze()
        {
            _source = null;
            _current = default;
            _rows.TrimExcess();
        }

        public override Delegate MakeGetter(Func<long> row) => (ValueGetter<VBuffer<T>>)((ref VBuffer<T> value) =>
        {
            var entry = _rows[(int)row()];
            var editor = VBufferEditor.Create(ref value, entry.Length, entry.Count);
            entry.Values.AsSpan(entry.FirstValue, entry.Count).CopyTo(editor.Values);
            if (entry.Count < entry.Length)
                entry.Indices.AsSpan(entry.FirstIndex, entry.Count).CopyTo(editor.Indices);
            value = editor.Commit();
        });

        private static void Reserve<TItem>(ref TItem[] block, ref int used, int wanted)
        {
            if (used + wanted <= block.Length)
                return;
            block = new TItem[Math.Max(wanted, BlockLength)];
            used = 0;
        }

        private readonly record struct Entry(int Length, int Count, T[] Values, int FirstValue, int[] Indices, int FirstIndex);
    }
}
