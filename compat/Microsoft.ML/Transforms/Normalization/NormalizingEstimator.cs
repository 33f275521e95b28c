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
        foreach (var source in sources) CheckType(source.Type);

        var statistics = sources.Select(source => new SlotStatistics(source.Type.ValueCount())).ToArray();
        using (var cursor = input.GetRowCursor(sources))
        {
            var readers = sources.Select((source, i) => Reader(cursor, source, statistics[i])).ToArray();
            for (long row = 0; row < _maximumExampleCount && cursor.MoveNext(); row++)
                foreach (var read in readers) read();
        }

        return new NormalizingTransformer(_host, _columns, [.. sources.Select(s => s.Type)], [.. sources.Select((s, i) => Function(s.Type, statistics[i]))]);
    }

    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        Check.Value(inputSchema, nameof(inputSchema));
        return inputSchema.With(_columns.Select(pair =>
        {
            if (!inputSchema.TryFindColumn(pair.inputColumnName, out var source))
                throw Check.ExceptSchemaMismatch(nameof(inputSchema), "input", pair.inputColumnName);
            if (source.IsKey || source.ItemType is not NumberDataViewType { RawType: var raw } || (raw != typeof(float) && raw != typeof(double))
                || source.Kind == SchemaShape.Column.VectorKind.VariableVector)
                throw WrongType(source.GetTypeString());
            return new SchemaShape.Column(pair.outputColumnName, source.Kind, source.ItemType, isKey: false, new SchemaShape(
                source.Annotations.Where(a => a.Name == AnnotationKinds.SlotNames)
                    .Append(new SchemaShape.Column(AnnotationKinds.IsNormalized, SchemaShape.Column.VectorKind.Scalar, BooleanDataViewType.Instance, isKey: false))));
        }));
    }

    private NormalizerFunction Function(DataViewType type, SlotStatistics statistics)
    {
        bool isVector = type is VectorDataViewType;
        bool isDouble = type.ItemTypeOrSelf().RawType == typeof(double);
        if (_mode is MeanVarianceMode { UseCdf: true })
        {
            double[] deviation = [.. Enumerable.Range(0, statistics.Slots).Select(i => Math.Sqrt(statistics.Variance(i)))];
            return isDouble
                ? CdfNormalizerFunction<double>.Of(isVector, statistics.Mean, deviation, useLog: false)
                : CdfNormalizerFunction<float>.Of(isVector, statistics.Mean, deviation, useLog: false);
        }

        var affine = Enumerable.Range(0, statistics.Slots).Select(i => _mode.Affine(statistics, i)).ToArray();
        double[] scale = [.. affine.Select(a => a.Scale)], offset = [.. affine.Select(a => a.Offset)];
        return isDouble ? AffineNormalizerFunction<double>.Of(isVector, scale, offset) : AffineNormalizerFunction<float>.Of(isVector, scale, offset);
    }

    private static void CheckType(DataViewType type)
    {
        if (type is VectorDataViewType { IsKnownSize: false } || type.ItemTypeOrSelf() is not NumberDataViewType { RawType: var raw } || (raw != typeof(float) && raw != typeof(double)))
            throw WrongType(type.ToString());
    }

    private static ArgumentOutOfRangeException WrongType(string type) =>
        Check.ExceptParam("srcType", $"Wrong column type for input column. Expected: Single, Double, Vector of Single or Vector of Double. Got: {type}.");

    private static Action Reader(DataViewRow row, DataViewSchema.Column column, SlotStatistics statistics)
    {
        bool isDouble = column.Type.ItemTypeOrSelf().RawType == typeof(double);
        if (column.Type is VectorDataViewType) return isDouble ? VectorReader<double>(row, column, statistics) : VectorReader<float>(row, column, statistics);
        return isDouble ? ScalarReader<double>(row, column, statistics) : ScalarReader<float>(row, column, statistics);
    }

    private static Action ScalarReader<T>(DataViewRow row, DataViewSchema.Column column, SlotStatistics statistics)
        where T : struct, IConvertible
    {
        var getter = row.GetGetter<T>(column);
        var value = default(T);
        return () =>
        {
            getter(ref value);
            statistics.Add(0, value.ToDouble(CultureInfo.InvariantCulture));
        };
    }

    private static Action VectorReader<T>(DataViewRow row, DataViewSchema.Column column, SlotStatistics statistics)
        where T : struct, System.Numerics.INumberBase<T>
    {
        var getter = row.GetGetter<VBuffer<T>>(column);
        var value = default(VBuffer<T>);
        return () =>
        {
            getter(ref value);
            Check.That(value.Length == statistics.Slots, $"A vector of size {value.Length} in column '{column.Name}', whose vectors have size {statistics.Slots}");
            ReadOnlySpan<T> values = value.GetValues();
            ReadOnlySpan<int> indices = value.GetIndices();
            for (int slot = 0, next = 0; slot < value.Length; slot++)
            {
                bool given = value.IsDense || (next < indices.Length && indices[next] == slot);
                statistics.Add(slot, given ? double.CreateChecked(values[next++]) : 0);
            }
        };
    }
}
