namespace Microsoft.ML.Transforms;

/// <summary>Learns what to put where a number is missing.</summary>
public sealed partial class MissingValueReplacingEstimator : IEstimator<MissingValueReplacingTransformer>
{
    private readonly IHost _host;
    private readonly (string outputColumnName, string inputColumnName)[] _columns;
    private readonly ReplacementMode _mode;
    private readonly bool _imputeBySlot;

    internal MissingValueReplacingEstimator(IHostEnvironment env, (string outputColumnName, string inputColumnName)[] columns, ReplacementMode mode, bool imputeBySlot)
    {
        _host = env.Register(nameof(MissingValueReplacingEstimator));
        _columns = columns;
        _mode = mode;
        _imputeBySlot = imputeBySlot;
    }

    public enum ReplacementMode : byte
    {
        DefaultValue = 0,
        Mean = 1,
        Minimum = 2,
        Maximum = 3,
    }

    public MissingValueReplacingTransformer Fit(IDataView input)
    {
        Check.Value(input, nameof(input));
        var sources = _columns.Select(c => input.Schema.GetColumnOrNull(c.inputColumnName)
            ?? throw Check.ExceptSchemaMismatch("inputSchema", "input", c.inputColumnName)).ToArray();
        foreach (var source in sources) RealColumn.Check(source);
        var statistics = _mode == ReplacementMode.DefaultValue ? null : RealColumn.Statistics(input, sources, long.MaxValue);
        return new MissingValueReplacingTransformer(_host, _columns, [.. sources.Select(s => s.Type)],
            [.. sources.Select((source, i) => Values(source.Type.ValueCount(), statistics?[i]))]);
    }

    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        Check.Value(inputSchema, nameof(inputSchema));
        return inputSchema.With(_columns.Select(pair =>
        {
            if (!inputSchema.TryFindColumn(pair.inputColumnName, out var source))
                throw Check.ExceptSchemaMismatch(nameof(inputSchema), "input", pair.inputColumnName);
            RealColumn.Check(source);
            return new SchemaShape.Column(pair.outputColumnName, source.Kind, source.ItemType, isKey: false,
                new SchemaShape(source.Annotations.Where(a => a.Name is AnnotationKinds.SlotNames or AnnotationKinds.IsNormalized)));
        }));
    }

    // One value for each slot. A slot without a number gets zero.
    private double[] Values(int slots, SlotStatistics statistics)
    {
        if (statistics is null) return new double[slots];
        double[] values = [.. Enumerable.Range(0, slots).Select(slot => statistics.Count(slot) == 0 ? 0 : _mode switch
        {
            ReplacementMode.Mean => statistics.Mean[slot],
            ReplacementMode.Minimum => statistics.Minimum[slot],
            _ => statistics.Maximum[slot],
        })];
        if (_imputeBySlot || slots == 1) return values;

        var seen = Enumerable.Range(0, slots).Where(slot => statistics.Count(slot) > 0).ToArray();
        double common = seen.Length == 0 ? 0 : _mode switch
        {
            ReplacementMode.Mean => seen.Sum(slot => values[slot] * statistics.Count(slot)) / seen.Sum(statistics.Count),
            ReplacementMode.Minimum => seen.Min(slot => values[slot]),
            _ => seen.Max(slot => values[slot]),
        };
        return [.. Enumerable.Repeat(common, slots)];
    }
}
