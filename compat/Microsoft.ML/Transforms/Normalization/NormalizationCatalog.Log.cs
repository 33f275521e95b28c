using Microsoft.ML.Transforms;

namespace Microsoft.ML;

public static partial class NormalizationCatalog
{
    public static NormalizingEstimator NormalizeLogMeanVariance(this TransformsCatalog catalog, string outputColumnName, string inputColumnName = null,
        long maximumExampleCount = NormalizingEstimator.DefaultMaximumExampleCount, bool useCdf = true) =>
        catalog.NormalizeLogMeanVariance(outputColumnName, fixZero: false, inputColumnName, maximumExampleCount, useCdf);

    public static NormalizingEstimator NormalizeLogMeanVariance(this TransformsCatalog catalog, string outputColumnName, bool fixZero, string inputColumnName = null,
        long maximumExampleCount = NormalizingEstimator.DefaultMaximumExampleCount, bool useCdf = true) =>
        new(catalog.Environment, new MeanVarianceMode(fixZero, useCdf, UseLog: true), maximumExampleCount, [(outputColumnName, inputColumnName ?? outputColumnName)]);

    public static NormalizingEstimator NormalizeLogMeanVariance(this TransformsCatalog catalog, InputOutputColumnPair[] columns,
        long maximumExampleCount = NormalizingEstimator.DefaultMaximumExampleCount, bool useCdf = true) =>
        catalog.NormalizeLogMeanVariance(columns, fixZero: false, maximumExampleCount, useCdf);

    public static NormalizingEstimator NormalizeLogMeanVariance(this TransformsCatalog catalog, InputOutputColumnPair[] columns, bool fixZero,
        long maximumExampleCount = NormalizingEstimator.DefaultMaximumExampleCount, bool useCdf = true) =>
        new(catalog.Environment, new MeanVarianceMode(fixZero, useCdf, UseLog: true), maximumExampleCount, InputOutputColumnPair.ConvertToValueTuples(columns));
}
