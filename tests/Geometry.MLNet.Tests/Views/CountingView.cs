using Microsoft.ML;

namespace Geometry.MLNet.Tests.Views;

/// <summary>A view that counts the passes over it, and may not know how many rows it has.</summary>
internal sealed class CountingView(IDataView source, bool knowsRowCount = true) : IDataView
{
    /// <summary>The names of the columns of each pass.</summary>
    public List<string[]> Passes { get; } = [];

    /// <summary>The number of passes over a column.</summary>
    public int PassesOver(string column) => Passes.Count(columns => columns.Contains(column));

    public bool CanShuffle => source.CanShuffle;

    public DataViewSchema Schema => source.Schema;

    public long? GetRowCount() => knowsRowCount ? source.GetRowCount() : null;

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        DataViewSchema.Column[] columns = [.. columnsNeeded];
        Passes.Add([.. columns.Select(column => column.Name).Order()]);
        return source.GetRowCursor(columns, rand);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded, rand)];
}
