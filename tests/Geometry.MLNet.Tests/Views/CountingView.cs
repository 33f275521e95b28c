using Microsoft.ML;

namespace Geometry.MLNet.Tests.Views;

/// <summary>A view that counts how often each of its columns is gone over.</summary>
internal sealed class CountingView(IDataView source) : IDataView
{
    private readonly Dictionary<string, int> _passes = [];

    public bool CanShuffle => false;

    public DataViewSchema Schema => source.Schema;

    public int Passes(string column) => _passes.GetValueOrDefault(column);

    public long? GetRowCount() => source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        DataViewSchema.Column[] needed = [.. columnsNeeded];
        foreach (DataViewSchema.Column column in needed)
        {
            _passes[column.Name] = Passes(column.Name) + 1;
        }

        return source.GetRowCursor(needed, rand);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) => [GetRowCursor(columnsNeeded, rand)];
}
