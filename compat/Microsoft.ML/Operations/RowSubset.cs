using Microsoft.ML.Rows;

namespace Microsoft.ML.Operations;

/// <summary>A view of some of a source's rows; its cursors decide row by row.</summary>
internal abstract class RowSubset(IDataView source) : IDataView
{
    public virtual bool CanShuffle => Source.CanShuffle;

    public DataViewSchema Schema => Source.Schema;

    protected IDataView Source { get; } = source;

    public virtual long? GetRowCount() => null;

    public virtual DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random rand = null)
    {
        var active = ColumnSet.Flags(Schema, columnsNeeded);
        return Subset(Source.GetRowCursor(SourceColumns(active), rand), active);
    }

    public virtual DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];

    /// <summary>A cursor over the kept rows of a cursor with the columns of <see cref="SourceColumns"/>.</summary>
    protected abstract DataViewRowCursor Subset(DataViewRowCursor cursor, bool[] active);

    /// <summary>The source columns to read: those that were asked for and those that decide.</summary>
    protected virtual IEnumerable<DataViewSchema.Column> SourceColumns(bool[] active) => ColumnSet.Columns(Schema, active);
}
