namespace Microsoft.ML.Transforms;

/// <summary>Makes transformers that replace keys by their values.</summary>
public sealed class KeyToValueMappingEstimator : TrivialEstimator<KeyToValueMappingTransformer>
{
    internal KeyToValueMappingEstimator(IHostEnvironment env, (string outputColumnName, string inputColumnName)[] columns)
        : base(env.Register(nameof(KeyToValueMappingEstimator)), new KeyToValueMappingTransformer(env, columns))
    {
    }

    public override SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        Check.Value(inputSchema, nameof(inputSchema));
        return inputSchema.With(Transformer.Columns.Select(pair =>
        {
            if (!inputSchema.TryFindColumn(pair.inputColumnName, out var source))
                throw Check.ExceptSchemaMismatch(nameof(inputSchema), "input", pair.inputColumnName);
            if (!source.IsKey) throw Check.ExceptSchemaMismatch(nameof(inputSchema), "input", source.Name, "KeyType", source.GetTypeString());
            Check.Param(source.Annotations.TryFindColumn(AnnotationKinds.KeyValues, out var values), nameof(inputSchema), $"Input column '{source.Name}' doesn't contain key values metadata");
            return new SchemaShape.Column(pair.outputColumnName, source.Kind, values.ItemType, values.IsKey,
                new SchemaShape(source.Annotations.Where(a => a.Name == AnnotationKinds.SlotNames)));
        }));
    }
}
