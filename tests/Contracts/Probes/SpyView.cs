using System.Collections.Concurrent;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Contracts.Probes;

/// <summary>A view that records what is asked of it and refuses what no view has to grant: getters of columns that were not asked for.</summary>
internal sealed class SpyView(IDataView source) : IDataView
{
    private readonly ConcurrentQueue<string[]> _requests = new();
    private int _rowsRead;

    /// <summary>Gets the columns that each cursor was opened with.</summary>
    public IReadOnlyList<string[]> Requests => [.. _requests];

    /// <summary>Gets the number of rows that cursors have moved to.</summary>
    public int RowsRead => _rowsRead;

    public bool CanShuffle => source.CanShuffle;

    public DataViewSchema Schema => source.Schema;

    public long? GetRowCount() => source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        DataViewSchema.Column[] columns = Record(columnsNeeded);
        return new Cursor(this, source.GetRowCursor(columns, rand), columns);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        DataViewSchema.Column[] columns = Record(columnsNeeded);
        return Array.ConvertAll(source.GetRowCursorSet(columns, n, rand), DataViewRowCursor (cursor) => new Cursor(this, cursor, columns));
    }

    private DataViewSchema.Column[] Record(IEnumerable<DataViewSchema.Column> needed)
    {
        DataViewSchema.Column[] columns = [.. needed];
        _requests.Enqueue([.. columns.Select(column => column.Name).Order()]);
        return columns;
    }

    private sealed class Cursor(SpyView view, DataViewRowCursor source, DataViewSchema.Column[] columns) : DataViewRowCursor
    {
        public override DataViewSchema Schema => view.Schema;

        public override long Position => source.Position;

        public override long Batch => source.Batch;

        public override bool MoveNext()
        {
            bool moved = source.MoveNext();
            if (moved)
            {
                Interlocked.Increment(ref view._rowsRead);
            }

            return moved;
        }

        public override ValueGetter<DataViewRowId> GetIdGetter() => source.GetIdGetter();

        public override bool IsColumnActive(DataViewSchema.Column column) => columns.Any(asked => asked.Index == column.Index);

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => IsColumnActive(column)
            ? source.GetGetter<TValue>(column)
            : throw new InvalidOperationException($"The column '{column.Name}' was not asked for when the cursor was opened.");

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                source.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
