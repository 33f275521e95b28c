using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>A table in memory; it can shuffle.</summary>
internal sealed class MemoryDataView : IDataView
{
    private readonly MemoryColumn[] _columns;
    private readonly int _rows;

    public MemoryDataView(int rows, params IEnumerable<MemoryColumn> columns)
    {
        _rows = rows;
        _columns = [.. columns];
        var builder = new DataViewSchema.Builder();
        builder.AddColumns(_columns.Select(column => column.Detached));
        Schema = builder.ToSchema();
    }

    public bool CanShuffle => true;

    public DataViewSchema Schema { get; }

    public long? GetRowCount() => _rows;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(this, ActiveColumns.Of(Schema, columnsNeeded), rand);

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private sealed class Cursor : DataViewRowCursor
    {
        private readonly MemoryDataView _view;
        private readonly bool[] _active;
        private readonly int[]? _order;
        private int _position = -1;
        private bool _done;

        public Cursor(MemoryDataView view, bool[] active, Random? rand)
        {
            (_view, _active) = (view, active);
            if (rand is not null)
            {
                _order = [.. Enumerable.Range(0, view._rows)];
                rand.Shuffle(_order);
            }
        }

        public override DataViewSchema Schema => _view.Schema;

        public override long Position => _position;

        public override long Batch => 0;

        public override bool MoveNext()
        {
            if (_done || _position + 1 >= _view._rows)
            {
                _done = true;
                _position = -1;
                return false;
            }

            _position++;
            return true;
        }

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) => value = new DataViewRowId((ulong)Row(), 0);

        public override bool IsColumnActive(DataViewSchema.Column column) => _active[column.Index];

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => _active[column.Index]
            ? _view._columns[column.Index].Getter(Row) as ValueGetter<TValue>
                ?? throw ColumnErrors.WrongGetterType(column.Index, Schema[column.Index].Name, Schema[column.Index].Type)
            : throw ColumnErrors.Inactive();

        protected override void Dispose(bool disposing)
        {
            _done = true;
            _position = -1;
            base.Dispose(disposing);
        }

        private int Row()
        {
            if (_position < 0)
            {
                throw ColumnErrors.NoRow();
            }

            return _order is null ? _position : _order[_position];
        }
    }
}
