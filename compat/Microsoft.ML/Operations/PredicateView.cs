using Microsoft.ML.Rows;

namespace Microsoft.ML.Operations;

/// <summary>The rows for which a test over some columns holds. The test is made once for each cursor.</summary>
internal sealed class PredicateView(IDataView source, IEnumerable<DataViewSchema.Column> tested, Func<DataViewRow, Func<bool>> makeTest) : RowSubset(source)
{
    private readonly DataViewSchema.Column[] _tested = [.. tested];

    public override DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random rand = null)
    {
        var active = ColumnSet.Flags(Schema, columnsNeeded);
        return [.. Source.GetRowCursorSet(SourceColumns(active), n, rand).Select(cursor => Subset(cursor, active))];
    }

    protected override IEnumerable<DataViewSchema.Column> SourceColumns(bool[] active) =>
        Schema.Where(c => active[c.Index] || _tested.Any(t => t.Index == c.Index));

    protected override DataViewRowCursor Subset(DataViewRowCursor cursor, bool[] active) => new Cursor(Schema, cursor, active, makeTest(cursor));

    private sealed class Cursor(DataViewSchema schema, DataViewRowCursor source, bool[] active, Func<bool> keep) : RowFilterCursor(schema, source, active)
    {
        protected override bool MoveNextCore()
        {
            while (Source.MoveNext())
            {
                if (keep())
                    return true;
            }
            return false;
        }
    }
}
