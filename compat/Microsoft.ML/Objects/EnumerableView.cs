using Microsoft.ML.Rows;

namespace Microsoft.ML.Data;

/// <summary>A view over objects in memory.</summary>
internal sealed class EnumerableView<TRow>(IEnumerable<TRow> data, ObjectColumns<TRow> columns) : IDataView
    where TRow : class
{
    public bool CanShuffle => false;

    public DataViewSchema Schema => columns.Schema;

    public long? GetRowCount() => data.TryGetNonEnumeratedCount(out int count) ? count : null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random rand = null) =>
        new Cursor(data.GetEnumerator(), columns, ColumnSet.Flags(Schema, columnsNeeded));

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    private sealed class Cursor(IEnumerator<TRow> rows, ObjectColumns<TRow> columns, bool[] active) : SequentialCursor
    {
        private readonly RowBox<TRow> _box = new();

        public override DataViewSchema Schema => columns.Schema;

        public override bool IsColumnActive(DataViewSchema.Column column) => ColumnSet.IsActive(active, column);

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) =>
        {
            Check.That(Position >= 0, "Cannot call a getter before the first row or after the last");
            value = new DataViewRowId((ulong)Position, 0);
        };

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            if (!IsColumnActive(column))
                throw GetterCast.Inactive(nameof(column));
            return GetterCast.To<TValue>(columns.MakeGetter(column.Index, _box), Schema[column.Index]);
        }

        protected override bool MoveNextCore()
        {
            if (!rows.MoveNext())
                return false;
            _box.Value = rows.Current ?? throw Check.Except("Encountered null when iterating over data, this is not supported.");
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            _box.Value = null;
            rows.Dispose();
        }
    }
}
