namespace Microsoft.ML.Transforms;

public sealed class CustomMappingEstimator<TSrc, TDst> : TrivialEstimator<CustomMappingTransformer<TSrc, TDst>>
    where TSrc : class, new()
    where TDst : class, new()
{
    internal CustomMappingEstimator(
        IHostEnvironment env,
        Action<TSrc, TDst> mapAction,
        string contractName,
        SchemaDefinition inputSchemaDefinition,
        SchemaDefinition outputSchemaDefinition)
        : base(
            env.Register("CustomMappingEstimator"),
            new CustomMappingTransformer<TSrc, TDst>(env, mapAction, contractName, inputSchemaDefinition, outputSchemaDefinition))
    {
    }

    public override SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        Check.Value(inputSchema, nameof(inputSchema));
        foreach (var wanted in SchemaShape.Create(Transformer.Inputs.Schema))
        {
            if (!inputSchema.TryFindColumn(wanted.Name, out var found))
                throw Check.ExceptSchemaMismatch(nameof(inputSchema), "input", wanted.Name);
            if (!found.ItemType.RawType.Equals(wanted.ItemType.RawType)
                || (found.Kind == SchemaShape.Column.VectorKind.Scalar) != (wanted.Kind == SchemaShape.Column.VectorKind.Scalar))
            {
                throw Check.ExceptSchemaMismatch(nameof(inputSchema), "input", wanted.Name, wanted.GetTypeString(), found.GetTypeString());
            }
        }
        return inputSchema.With([.. SchemaShape.Create(Transformer.Outputs.Schema)]);
    }
}
