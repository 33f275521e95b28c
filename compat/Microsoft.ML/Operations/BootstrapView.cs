using Microsoft.ML.Rows;

namespace Microsoft.ML.Operations;

/// <summary>Each row as often as a Poisson(1) draw says, or, as the complement, once where that draw is zero.</summary>
internal sealed class BootstrapView(IDataView source, int seed, bool complement) : RowSubset(source)
{
    public override bool CanShuffle => false;

    public override DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random rand = null) => base.GetRowCursor(columnsNeeded);

    protected override DataViewRowCursor Subset(DataViewRowCursor cursor, bool[] active) => new Cursor(Schema, cursor, active, new Random(seed), complement);

    private sealed class Cursor(DataViewSchema schema, DataViewRowCursor source, bool[] active, Random random, bool complement) : RowFilterCursor(schema, source, active)
    {
        private int _left;

        protected override bool MoveNextCore()
        {
            if (_left > 0)
                _left--;
            while (_left == 0)
            {
                if (!Source.MoveNext())
                    return false;
                int drawn = Poisson();
                _left = complement ? (drawn == 0 ? 1 : 0) : drawn;
            }
            return true;
        }

        private int Poisson()
        {
            double limit = Math.Exp(-1);
            int count = 0;
            for (double product = random.NextDouble(); product > limit; product *= random.NextDouble())
                count++;
            return count;
        }
    }
}
