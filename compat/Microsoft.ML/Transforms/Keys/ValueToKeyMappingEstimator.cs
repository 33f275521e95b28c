namespace Microsoft.ML.Transforms;

/// <summary>Learns which values columns have and numbers them.</summary>
public sealed partial class ValueToKeyMappingEstimator : IEstimator<ValueToKeyMappingTransformer>
{
    internal const int DefaultMaximumNumberOfKeys = 1000000;

    private readonly IHost _host;
    private readonly (string outputColumnName, string inputColumnName)[] _columns;
    private readonly int _maximumNumberOfKeys;
    private readonly KeyOrdinality _keyOrdinality;
    private readonly bool _asText;
    private readonly IDataView _keyData;

    internal ValueToKeyMappingEstimator(IHostEnvironment env, (string outputColumnName, string inputColumnName)[] columns,
        int maximumNumberOfKeys, KeyOrdinality keyOrdinality, bool asText, IDataView keyData)
    {
        _host = env.Register(nameof(ValueToKeyMappingEstimator));
        Check.Param(maximumNumberOfKeys > 0, nameof(maximumNumberOfKeys), "maximumNumberOfKeys must be positive");
        Check.Param(keyData is null || keyData.Schema.Count(c => !c.IsHidden) == 1, nameof(keyData),
            "If specified, this data should contain only a single column of terms");
        _columns = columns;
        _maximumNumberOfKeys = maximumNumberOfKeys;
        _keyOrdinality = keyOrdinality;
        _asText = asText;
        _keyData = keyData;
    }

    public enum KeyOrdinality : byte
    {
        ByOccurrence = 0,
        ByValue = 1,
    }

    public ValueToKeyMappingTransformer Fit(IDataView input)
    {
        Check.Value(input, nameof(input));
        var dictionaries = _columns.Select(pair =>
        {
            var source = input.Schema.GetColumnOrNull(pair.inputColumnName)
                ?? throw Check.ExceptSchemaMismatch("inputSchema", "input", pair.inputColumnName);
            Check.Param(CanHaveKeys(source.Type.ItemTypeOrSelf()), "inputSchema", $"Column '{source.Name}' of type {source.Type} cannot be mapped to keys");
            if (_keyData is null) return KeyDictionary.Learn(input, source, _maximumNumberOfKeys, _keyOrdinality == KeyOrdinality.ByValue);

            var given = _keyData.Schema.Single(c => !c.IsHidden);
            Check.Param(given.Type.Equals(source.Type.ItemTypeOrSelf()), "keyData", $"Column '{source.Name}' holds {source.Type.ItemTypeOrSelf()}, the key data {given.Type}");
            return KeyDictionary.Learn(_keyData, given, _maximumNumberOfKeys, sorted: false);
        });
        return new ValueToKeyMappingTransformer(_host, _columns, [.. dictionaries], [.. _columns.Select(_ => _asText)]);
    }

    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        Check.Value(inputSchema, nameof(inputSchema));
        return inputSchema.With(_columns.Select(pair =>
        {
            if (!inputSchema.TryFindColumn(pair.inputColumnName, out var source))
                throw Check.ExceptSchemaMismatch(nameof(inputSchema), "input", pair.inputColumnName);
            Check.Param(!source.IsKey && CanHaveKeys(source.ItemType), nameof(inputSchema), $"Column '{source.Name}' of type {source.GetTypeString()} cannot be mapped to keys");
            var values = new SchemaShape.Column(AnnotationKinds.KeyValues, SchemaShape.Column.VectorKind.Vector, _asText ? TextDataViewType.Instance : source.ItemType, isKey: false);
            return new SchemaShape.Column(pair.outputColumnName, source.Kind, NumberDataViewType.UInt32, isKey: true,
                new SchemaShape(source.Annotations.Where(a => a.Name == AnnotationKinds.SlotNames).Append(values)));
        }));
    }

    private static bool CanHaveKeys(DataViewType type) => type.IsStandardScalar();
}
