using Microsoft.ML;

namespace Geometry.MLNet;

/// <summary>A view with a network's columns appended.</summary>
internal sealed class NetworkView(IDataView source, NetworkMapper mapper, int batchSize) : IDataView
{
    // The numbers of one layer in a batch, 128 MiB: wide layers are run in smaller batches than were asked for.
    private const int MostValues = 1 << 25;

    private readonly int _batchSize = Math.Clamp(
        MostValues / mapper.Network.LayerWidths.Append(mapper.Network.InputWidth).Max(), 1, batchSize);

    public bool CanShuffle => source.CanShuffle;

    public DataViewSchema Schema => mapper.OutputSchema;

    public long? GetRowCount() => source.GetRowCount();

    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null)
    {
        bool[] active = ActiveColumns.Of(Schema, columnsNeeded);
        return Wrap(source.GetRowCursor(mapper.SourceColumns(active), rand), active);
    }

    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null)
    {
        bool[] active = ActiveColumns.Of(Schema, columnsNeeded);
        return Array.ConvertAll(source.GetRowCursorSet(mapper.SourceColumns(active), n, rand), cursor => Wrap(cursor, active));
    }

    private DataViewRowCursor Wrap(DataViewRowCursor cursor, bool[] active) => mapper.NeedsNetwork(active)
        ? new NetworkCursor(cursor, mapper, active, _batchSize)
        : new AppendedColumnsCursor(cursor, Schema, active, _ => throw ColumnErrors.Inactive());
}
