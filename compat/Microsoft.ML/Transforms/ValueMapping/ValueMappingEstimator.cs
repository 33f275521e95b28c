namespace Microsoft.ML.Transforms;

/// <summary>Makes transformers that replace values by those that a table gives for them.</summary>
public class ValueMappingEstimator : TrivialEstimator<ValueMappingTransformer>
{
    internal ValueMappingEstimator(IHostEnvironment env, ValueLookup lookup, (string outputColumnName, string inputColumnName)[] columns)
        : base(env.Register(nameof(ValueMappingEstimator)), new ValueMappingTransformer(env, lookup, columns))
    {
    }

    public sealed override SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        Check.Value(inputSchema, nameof(inputSchema));
        var lookup = Transformer.Lookup;
        return inputSchema.With(Transformer.Columns.Select(pair =>
        {
            if (!inputSchema.TryFindColumn(pair.inputColumnName, out var source))
                throw Check.ExceptSchemaMismatch(nameof(inputSchema), "input", pair.inputColumnName);
            if (source.IsKey || !source.ItemType.Equals(lookup.KeyType))
                throw Check.ExceptSchemaMismatch(nameof(inputSchema), "input", source.Name, lookup.KeyType.ToString(), source.GetTypeString());

            var cell = SchemaShape.Column.Of(pair.outputColumnName, lookup.CellType);
            var kind = cell.Kind == SchemaShape.Column.VectorKind.Scalar ? source.Kind : cell.Kind;
            var annotations = lookup.KeyValueType is null ? null
                : new SchemaShape([new SchemaShape.Column(AnnotationKinds.KeyValues, SchemaShape.Column.VectorKind.Vector, lookup.KeyValueType, isKey: false)]);
            return new SchemaShape.Column(pair.outputColumnName, kind, cell.ItemType, cell.IsKey, annotations);
        }));
    }
}
