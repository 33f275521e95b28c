namespace Microsoft.ML.Rows;

/// <summary>Makes a cursor of a row that is computed from the current row of a source cursor.</summary>
internal sealed class RowCursor(DataViewRowCursor source, DataViewRow row) : DataViewRowCursor
{
    private bool _disposed;

    public override long Position => _disposed ? -1 : source.Position;

    public override long Batch => source.Batch;

    public override DataViewSchema Schema => row.Schema;

    public override bool MoveNext() => !_disposed && source.MoveNext();

    public override ValueGetter<DataViewRowId> GetIdGetter() => row.GetIdGetter();

    public override bool IsColumnActive(DataViewSchema.Column column) => row.IsColumnActive(column);

    public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) => row.GetGetter<TValue>(column);

    protected override void Dispose(bool disposing)
    {
        if (_disposed || !disposing)
            return;
        _disposed = true;
        row.Dispose();
        source.Dispose();
    }
}
