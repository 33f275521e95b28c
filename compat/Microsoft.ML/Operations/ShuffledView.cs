using Microsoft.ML.Rows;

namespace Microsoft.ML.Operations;

/// <summary>Rows in random order: the source shuffled where it can, and a pool of rows from which the next one is drawn.</summary>
internal sealed class ShuffledView(IDataView source, int seed, int poolSize, bool shuffleSource) : IDataView
{
    private static readonly MethodInfo SlotMethod = typeof(ShuffledView).GetMethod(nameof(MakePool), BindingFlags.NonPublic | BindingFlags.Static);

    public bool CanShuffle => true;

    public DataViewSchema Schema => source.Schema;

    public long? GetRowCount() => source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random rand = null)
    {
        var active = ColumnSet.Flags(Schema, columnsNeeded);
        var random = rand ?? new Random(seed);
        var cursor = source.GetRowCursor(ColumnSet.Columns(Schema, active), shuffleSource && source.CanShuffle ? random : null);
        return new Cursor(Schema, cursor, active, random, poolSize);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private static Pool MakePool<T>(DataViewRow row, DataViewSchema.Column column, int size) => new Pool<T>(row.GetGetter<T>(column), size);

    private abstract class Pool
    {
        public abstract void Take(int slot);

        public abstract void Move(int from, int to);

        public abstract Delegate MakeGetter(Func<int> slot);
    }

    private sealed class Pool<T>(ValueGetter<T> source, int size) : Pool
    {
        private static readonly ValueCopy<T> Copy = ValueCopy.For<T>();

        private readonly T[] _values = new T[size];

        public override void Take(int slot) => source(ref _values[slot]);

        public override void Move(int from, int to) => (_values[to], _values[from]) = (_values[from], _values[to]);

        public override Delegate MakeGetter(Func<int> slot) => (ValueGetter<T>)((ref T value) => Copy(in _values[slot()], ref value));
    }

    private sealed class Cursor : SequentialCursor
    {
        private readonly DataViewRowCursor _source;
        private readonly bool[] _active;
        private readonly Random _random;
        private readonly int _size;
        private readonly Pool[] _pools;
        private readonly Pool<DataViewRowId> _ids;
        private int _filled;
        private bool _sourceDone;

        public Cursor(DataViewSchema schema, DataViewRowCursor source, bool[] active, Random random, int size)
        {
            Schema = schema;
            _source = source;
            _active = active;
            _random = random;
            _size = size;
            // One slot more: the current row stays behind the pool while the next one is read.
            _pools = new Pool[schema.Count];
            foreach (var column in ColumnSet.Columns(schema, active))
                _pools[column.Index] = SlotMethod.Invoke<Pool>(column.Type.RawType, source, column, size + 1);
            _ids = new Pool<DataViewRowId>(source.GetIdGetter(), size + 1);
        }

        public override DataViewSchema Schema { get; }

        public override bool IsColumnActive(DataViewSchema.Column column) => ColumnSet.IsActive(_active, column);

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ValueGetter<DataViewRowId>)_ids.MakeGetter(Current);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (!IsColumnActive(column))
                throw GetterCast.Inactive(nameof(column));
            return GetterCast.To<TValue>(_pools[column.Index].MakeGetter(Current), Schema[column.Index]);
        }

        protected override bool MoveNextCore()
        {
            while (!_sourceDone && _filled < _size)
            {
                if (!_source.MoveNext())
                {
                    _sourceDone = true;
                    break;
                }
                foreach (var pool in _pools)
                    pool?.Take(_filled);
                _ids.Take(_filled);
                _filled++;
            }
            if (_filled == 0)
                return false;
            int drawn = _random.Next(_filled--);
            foreach (var pool in _pools)
                Draw(pool, drawn);
            Draw(_ids, drawn);
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing)
                _source.Dispose();
        }

        // The drawn row goes to the slot behind the pool, and the last row of the pool into the hole.
        private void Draw(Pool pool, int drawn)
        {
            pool?.Move(drawn, _size);
            pool?.Move(_filled, drawn);
        }

        private int Current() => Position >= 0 ? _size : throw Check.Except("Cannot call a getter before the first row or after the last");
    }
}
