using Microsoft.ML.Transforms;

namespace Microsoft.ML;

public static partial class NormalizationCatalog
{
    public static NormalizingEstimator NormalizeMinMax(this TransformsCatalog catalog, string outputColumnName, string inputColumnName = null,
        long maximumExampleCount = NormalizingEstimator.DefaultMaximumExampleCount, bool fixZero = true) =>
        new(catalog.Environment, new MinMaxMode(fixZero), maximumExampleCount, [(outputColumnName, inputColumnName ?? outputColumnName)]);

    public static NormalizingEstimator NormalizeMinMax(this TransformsCatalog catalog, InputOutputColumnPair[] columns,
        long maximumExampleCount = NormalizingEstimator.DefaultMaximumExampleCount, bool fixZero = true) =>
        new(catalog.Environment, new MinMaxMode(fixZero), maximumExampleCount, InputOutputColumnPair.ConvertToValueTuples(columns));

    public static NormalizingEstimator NormalizeMeanVariance(this TransformsCatalog catalog, string outputColumnName, string inputColumnName = null,
        long maximumExampleCount = NormalizingEstimator.DefaultMaximumExampleCount, bool fixZero = true, bool useCdf = false) =>
        new(catalog.Environment, new MeanVarianceMode(fixZero, useCdf), maximumExampleCount, [(outputColumnName, inputColumnName ?? outputColumnName)]);

    public static NormalizingEstimator NormalizeMeanVariance(this TransformsCatalog catalog, InputOutputColumnPair[] columns,
        long maximumExampleCount = NormalizingEstimator.DefaultMaximumExampleCount, bool fixZero = true, bool useCdf = false) =>
        new(catalog.Environment, new MeanVarianceMode(fixZero, useCdf), maximumExampleCount, InputOutputColumnPair.ConvertToValueTuples(columns));
}
