using Microsoft.ML.Rows;

namespace Microsoft.ML.Cache;

/// <summary>Keeps each column of a source in memory from the first time that it is asked for.</summary>
internal sealed class CacheView : IDataView
{
    private const int BatchLength = 64;

    private readonly IDataView _source;
    private readonly CachedColumn[] _columns;
    private readonly Lock _gate = new();
    private long _rowCount = -1;

    public CacheView(IDataView source, IEnumerable<string> prefetch)
    {
        _source = source;
        _columns = new CachedColumn[source.Schema.Count];
        Prefetched = [.. prefetch.Select(name => source.Schema[name])];
        foreach (var column in Prefetched)
            CachedColumn.Create(column);
    }

    public bool CanShuffle => true;

    public DataViewSchema Schema => _source.Schema;

    private DataViewSchema.Column[] Prefetched { get; }

    public long? GetRowCount()
    {
        if (Volatile.Read(ref _rowCount) is >= 0 and var known)
            return known;
        return _source.GetRowCount();
    }

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random rand = null)
    {
        var active = Filled(columnsNeeded);
        return new Cursor(this, active, rand is null ? null : Permutation(rand), 0, 1);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random rand = null)
    {
        Check.Param(n > 0, nameof(n), "Need at least one cursor");
        var active = Filled(columnsNeeded);
        var order = rand is null ? null : Permutation(rand);
        return [.. Enumerable.Range(0, n).Select(i => new Cursor(this, active, order, i, n))];
    }

    private int[] Permutation(Random rand)
    {
        var order = new int[_rowCount];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        rand.Shuffle(order);
        return order;
    }

    private bool[] Filled(IEnumerable<DataViewSchema.Column> columnsNeeded)
    {
        var active = ColumnSet.Flags(Schema, columnsNeeded);
        lock (_gate)
        {
            var missing = Schema.Where(c => _columns[c.Index] is null && (active[c.Index] || Prefetched.Any(p => p.Index == c.Index))).ToArray();
            if (missing.Length > 0 || _rowCount < 0)
                Fill(missing);
        }
        return active;
    }

    private void Fill(DataViewSchema.Column[] missing)
    {
        var fresh = missing.Select(CachedColumn.Create).ToArray();
        long count = 0;
        using (var cursor = _source.GetRowCursor(missing))
        {
            for (int i = 0; i < fresh.Length; i++)
                fresh[i].Bind(cursor, missing[i]);
            while (cursor.MoveNext())
            {
                foreach (var column in fresh)
                    column.Append();
                count++;
            }
        }
        Check.That(_rowCount < 0 || count == _rowCount, "The number of rows changed between two passes over the data that are cached");
        for (int i = 0; i < fresh.Length; i++)
        {
            fresh[i].Freeze();
            _columns[missing[i].Index] = fresh[i];
        }
        Volatile.Write(ref _rowCount, count);
    }

    /// <summary>Every <paramref name="stride"/>-th batch of rows from batch <paramref name="first"/> on.</summary>
    private sealed class Cursor(CacheView view, bool[] active, int[] order, long first, int stride) : SequentialCursor
    {
        private long _next = -1;
        private long _batch = -1;
        private long _row = -1;

        public override long Batch => stride == 1 ? 0 : Math.Max(_batch, 0);

        public override DataViewSchema Schema => view.Schema;

        public override bool IsColumnActive(DataViewSchema.Column column) => ColumnSet.IsActive(active, column);

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) => value = new DataViewRowId((ulong)Row(), 0);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (!IsColumnActive(column))
                throw GetterCast.Inactive(nameof(column));
            return GetterCast.To<TValue>(view._columns[column.Index].MakeGetter(Row), Schema[column.Index]);
        }

        protected override bool MoveNextCore()
        {
            _next++;
            if (stride > 1 && (_next == 0 || _next == BatchLength * (_batch + 1)))
            {
                _batch = _next == 0 ? first : _batch + stride;
                _next = _batch * BatchLength;
            }
            if (_next >= view._rowCount)
            {
                _row = -1;
                return false;
            }
            _row = order is null ? _next : order[_next];
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            _row = -1;
        }

        private long Row() => _row >= 0 ? _row : throw Check.Except("Cannot call a getter before the first row or after the last");
    }
}
