namespace Microsoft.ML.Rows;

/// <summary>A view whose rows are those of a source through a row mapper. Nothing is read before a cursor moves.</summary>
internal sealed class MappedView(IDataView source, IRowToRowMapper mapper) : IDataView
{
    public bool CanShuffle => source.CanShuffle;

    public DataViewSchema Schema => mapper.OutputSchema;

    public long? GetRowCount() => source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random rand = null)
    {
        var needed = columnsNeeded.ToArray();
        return Mapped(source.GetRowCursor(mapper.GetDependencies(needed), rand), needed);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random rand = null)
    {
        var needed = columnsNeeded.ToArray();
        return [.. source.GetRowCursorSet(mapper.GetDependencies(needed), n, rand).Select(cursor => Mapped(cursor, needed))];
    }

    private RowCursor Mapped(DataViewRowCursor cursor, DataViewSchema.Column[] needed) => new(cursor, mapper.GetRow(cursor, needed));
}
