namespace Microsoft.ML.Transforms;

/// <summary>Learns a scale and an offset of each slot of numeric columns.</summary>
public sealed class NormalizingEstimator : IEstimator<NormalizingTransformer>
{
    internal const long DefaultMaximumExampleCount = 1000000000;

    private readonly IHost _host;
    private readonly NormalizerMode _mode;
    private readonly long _maximumExampleCount;
    private readonly (string outputColumnName, string inputColumnName)[] _columns;

    internal NormalizingEstimator(IHostEnvironment env, NormalizerMode mode, long maximumExampleCount, (string outputColumnName, string inputColumnName)[] columns)
    {
        _host = env.Register(nameof(NormalizingEstimator));
        Check.Param(maximumExampleCount > 1, nameof(maximumExampleCount), "Must be greater than 1");
        _mode = mode;
        _maximumExampleCount = maximumExampleCount;
        _columns = columns;
    }

    public NormalizingTransformer Fit(IDataView input)
    {
        Check.Value(input, nameof(input));
        var sources = _columns.Select(c => input.Schema.GetColumnOrNull(c.inputColumnName)
            ?? throw Check.ExceptSchemaMismatch("inputSchema", "input", c.inputColumnName)).ToArray();
        foreach (var source in sources) RealColumn.Check(source);
        var statistics = RealColumn.Statistics(input, sources, _maximumExampleCount, _mode is MeanVarianceMode { UseLog: true });
        return new NormalizingTransformer(_host, _columns, [.. sources.Select(s => s.Type)], [.. sources.Select((s, i) => Function(s.Type, statistics[i]))]);
    }

    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        Check.Value(inputSchema, nameof(inputSchema));
        return inputSchema.With(_columns.Select(pair =>
        {
            if (!inputSchema.TryFindColumn(pair.inputColumnName, out var source))
                throw Check.ExceptSchemaMismatch(nameof(inputSchema), "input", pair.inputColumnName);
            RealColumn.Check(source);
            return new SchemaShape.Column(pair.outputColumnName, source.Kind, source.ItemType, isKey: false, new SchemaShape(
                source.Annotations.Where(a => a.Name == AnnotationKinds.SlotNames)
                    .Append(new SchemaShape.Column(AnnotationKinds.IsNormalized, SchemaShape.Column.VectorKind.Scalar, BooleanDataViewType.Instance, isKey: false))));
        }));
    }

    private NormalizerFunction Function(DataViewType type, SlotStatistics statistics)
    {
        bool isVector = type is VectorDataViewType;
        bool isDouble = type.ItemTypeOrSelf().RawType == typeof(double);
        if (_mode is MeanVarianceMode { UseCdf: true, UseLog: var useLog })
        {
            double[] deviation = [.. Enumerable.Range(0, statistics.Slots).Select(i => Math.Sqrt(statistics.Variance(i)))];
            return isDouble
                ? CdfNormalizerFunction<double>.Of(isVector, statistics.Mean, deviation, useLog)
                : CdfNormalizerFunction<float>.Of(isVector, statistics.Mean, deviation, useLog);
        }

        var affine = Enumerable.Range(0, statistics.Slots).Select(i => _mode.Affine(statistics, i)).ToArray();
        double[] scale = [.. affine.Select(a => a.Scale)], offset = [.. affine.Select(a => a.Offset)];
        return isDouble ? AffineNormalizerFunction<double>.Of(isVector, scale, offset) : AffineNormalizerFunction<float>.Of(isVector, scale, offset);
    }
}
