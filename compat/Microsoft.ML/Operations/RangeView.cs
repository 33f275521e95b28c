using Microsoft.ML.Rows;

namespace Microsoft.ML.Operations;

/// <summary>A number of rows after a number of skipped ones.</summary>
internal sealed class RangeView(IDataView source, long skip, long take) : RowSubset(source)
{
    public override bool CanShuffle => false;

    public override long? GetRowCount() => Source.GetRowCount() is long count ? Math.Min(take, Math.Max(0, count - skip)) : null;

    // A shuffled source would give other rows every time, so the order stays.
    public override DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random rand = null) => base.GetRowCursor(columnsNeeded);

    protected override DataViewRowCursor Subset(DataViewRowCursor cursor, bool[] active) => new Cursor(Schema, cursor, active, skip, take);

    private sealed class Cursor(DataViewSchema schema, DataViewRowCursor source, bool[] active, long skip, long take) : RowFilterCursor(schema, source, active)
    {
        private long _taken;
        private bool _started;

        protected override bool MoveNextCore()
        {
            if (_taken == take)
                return false;
            for (long i = 0; !_started && i < skip; i++)
            {
                if (!Source.MoveNext())
                    return false;
            }
            _started = true;
            _taken++;
            return Source.MoveNext();
        }
    }
}
