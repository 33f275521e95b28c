using Microsoft.ML.Operations;
using Microsoft.ML.Rows;

namespace Microsoft.ML;

public sealed partial class DataOperationsCatalog
{
    public IDataView TakeRows(IDataView input, long count)
    {
        Check.Value(input, nameof(input));
        Check.Param(count > 0, nameof(count), "Must be greater than zero.");
        return new RangeView(input, 0, count);
    }

    public IDataView SkipRows(IDataView input, long count)
    {
        Check.Value(input, nameof(input));
        Check.Param(count > 0, nameof(count), "Must be greater than zero.");
        return new RangeView(input, count, long.MaxValue);
    }

    public IDataView FilterRowsByColumn(IDataView input, string columnName, double lowerBound = double.NegativeInfinity, double upperBound = double.PositiveInfinity)
    {
        Check.Value(input, nameof(input));
        Check.NonEmpty(columnName, nameof(columnName));
        Check.Param(lowerBound < upperBound, nameof(upperBound), "Must be more than lowerBound");
        var column = ColumnOf(input, columnName);
        Check.Param(column.Type is NumberDataViewType, nameof(columnName), "Must be a numeric column");
        return new PredicateView(input, [column], row => RowTests.InRange(row, column, lowerBound, upperBound));
    }

    public IDataView FilterRowsByKeyColumnFraction(IDataView input, string columnName, double lowerBound = 0, double upperBound = 1)
    {
        Check.Value(input, nameof(input));
        Check.NonEmpty(columnName, nameof(columnName));
        Check.Param(0 <= lowerBound && lowerBound <= 1, nameof(lowerBound), "Must be in [0, 1]");
        Check.Param(0 < upperBound && upperBound <= 2, nameof(upperBound), "Must be in (0, 2]");
        Check.Param(lowerBound <= upperBound, nameof(upperBound), "Must be no less than lowerBound");
        var column = ColumnOf(input, columnName);
        Check.Param(column.Type is KeyDataViewType, nameof(columnName), "Must be a key type");
        return new PredicateView(input, [column], row => RowTests.KeyInFraction(row, column, lowerBound, upperBound));
    }

    public IDataView FilterRowsByMissingValues(IDataView input, params string[] columns)
    {
        Check.Value(input, nameof(input));
        Check.NonEmpty(columns, nameof(columns));
        var tested = columns.Select(name => ColumnOf(input, name)).ToArray();
        return new PredicateView(input, tested, row =>
        {
            var missing = tested.Select(column => RowTests.IsMissing(row, column)).ToArray();
            return () =>
            {
                foreach (var isMissing in missing)
                {
                    if (isMissing())
                        return false;
                }
                return true;
            };
        });
    }

    public IDataView ShuffleRows(IDataView input, int? seed = null, int shufflePoolSize = 1000, bool shuffleSource = true)
    {
        Check.Value(input, nameof(input));
        Check.Param(shufflePoolSize > 0, nameof(shufflePoolSize), "Must be positive");
        return new ShuffledView(input, seed ?? DrawSeed("RowShuffler"), shufflePoolSize, shuffleSource);
    }

    public IDataView BootstrapSample(IDataView input, int? seed = null, bool complement = false)
    {
        Check.Value(input, nameof(input));
        return new BootstrapView(input, seed ?? DrawSeed("BootstrapSample"), complement);
    }

    private int DrawSeed(string name) => Environment.Register(name).Rand.Next();

    private static DataViewSchema.Column ColumnOf(IDataView input, string name) =>
        input.Schema.GetColumnOrNull(name) ?? throw Check.ExceptSchemaMismatch("schema", "filter", name);
}
