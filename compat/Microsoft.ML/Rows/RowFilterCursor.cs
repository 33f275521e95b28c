namespace Microsoft.ML.Rows;

/// <summary>A cursor over some of the rows of another cursor; columns and row ids pass through.</summary>
internal abstract class RowFilterCursor(DataViewSchema schema, DataViewRowCursor source, bool[] active) : SequentialCursor
{
    protected DataViewRowCursor Source { get; } = source;

    public override long Batch => Source.Batch;

    public sealed override DataViewSchema Schema { get; } = schema;

    public sealed override bool IsColumnActive(DataViewSchema.Column column) => ColumnSet.IsActive(active, column);

    public sealed override ValueGetter<DataViewRowId> GetIdGetter() => Source.GetIdGetter();

    public sealed override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column) =>
        IsColumnActive(column) ? Source.GetGetter<TValue>(column) : throw GetterCast.Inactive(nameof(column));

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            Source.Dispose();
    }
}
