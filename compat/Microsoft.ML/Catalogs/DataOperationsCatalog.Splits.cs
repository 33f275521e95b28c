using Microsoft.ML.Operations;

namespace Microsoft.ML;

public sealed partial class DataOperationsCatalog
{
    public TrainTestData TrainTestSplit(IDataView data, double testFraction = 0.1, string samplingKeyColumnName = null, int? seed = null)
    {
        Check.Value(data, nameof(data));
        Check.Param(0 < testFraction && testFraction < 1, nameof(testFraction), "Must be between 0 and 1 exclusive");
        var fraction = FractionOf(data, samplingKeyColumnName, seed);
        return Split(data, samplingKeyColumnName, fraction, 0, testFraction);
    }

    public IReadOnlyList<TrainTestData> CrossValidationSplit(IDataView data, int numberOfFolds = 5, string samplingKeyColumnName = null, int? seed = null)
    {
        Check.Value(data, nameof(data));
        Check.Param(numberOfFolds > 1, nameof(numberOfFolds), "Must be more than 1");
        var fraction = FractionOf(data, samplingKeyColumnName, seed);
        var folds = new TrainTestData[numberOfFolds];
        for (int fold = 0; fold < numberOfFolds; fold++)
            folds[fold] = Split(data, samplingKeyColumnName, fraction, (double)fold / numberOfFolds, (double)(fold + 1) / numberOfFolds);
        return folds;
    }

    private Func<DataViewRow, Func<double>> FractionOf(IDataView data, string samplingKeyColumnName, int? seed)
    {
        // Without a seed of its own a split has the context's, so that repeated calls agree.
        uint salt = (uint)(seed ?? Environment.SeedOf() ?? DrawSeed("Split"));
        if (samplingKeyColumnName is null)
            return row => RowTests.IdFraction(row, salt);
        var column = data.Schema.GetColumnOrNull(samplingKeyColumnName)
            ?? throw Check.ExceptSchemaMismatch(nameof(samplingKeyColumnName), "SamplingKeyColumn", samplingKeyColumnName);
        return row => RowTests.Fraction(row, column, salt);
    }

    private static TrainTestData Split(IDataView data, string keyColumn, Func<DataViewRow, Func<double>> fraction, double low, double high)
    {
        var tested = keyColumn is null ? Array.Empty<DataViewSchema.Column>() : [data.Schema[keyColumn]];
        return new TrainTestData(Part(inside: false), Part(inside: true));

        PredicateView Part(bool inside) => new(data, tested, row =>
        {
            var value = fraction(row);
            return () => value() is var v && (v >= low && v < high) == inside;
        });
    }

    public readonly struct TrainTestData
    {
        public readonly IDataView TrainSet;
        public readonly IDataView TestSet;

        internal TrainTestData(IDataView trainSet, IDataView testSet)
        {
            TrainSet = trainSet;
            TestSet = testSet;
        }
    }
}
