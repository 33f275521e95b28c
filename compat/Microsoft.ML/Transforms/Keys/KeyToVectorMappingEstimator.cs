namespace Microsoft.ML.Transforms;

/// <summary>Makes transformers that turn keys into indicator vectors.</summary>
public sealed class KeyToVectorMappingEstimator : TrivialEstimator<KeyToVectorMappingTransformer>
{
    internal KeyToVectorMappingEstimator(IHostEnvironment env, bool outputCountVector, (string outputColumnName, string inputColumnName)[] columns)
        : base(env.Register(nameof(KeyToVectorMappingEstimator)), new KeyToVectorMappingTransformer(env, outputCountVector, columns))
    {
    }

    public override SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        Check.Value(inputSchema, nameof(inputSchema));
        return inputSchema.With(Transformer.Columns.Select(pair =>
        {
            if (!inputSchema.TryFindColumn(pair.inputColumnName, out var source))
                throw Check.ExceptSchemaMismatch(nameof(inputSchema), "input", pair.inputColumnName);
            if (!source.IsKey)
                throw Check.ExceptSchemaMismatch(nameof(inputSchema), "input", source.Name, "key type or vector of key type", source.GetTypeString());

            bool isScalar = source.Kind == SchemaShape.Column.VectorKind.Scalar;
            bool single = Transformer.OutputCountVector || isScalar;
            var annotations = new List<SchemaShape.Column>();
            if (single && source.HasAnnotation(AnnotationKinds.KeyValues))
                annotations.Add(new(AnnotationKinds.SlotNames, SchemaShape.Column.VectorKind.Vector, TextDataViewType.Instance, isKey: false));
            if (isScalar || !Transformer.OutputCountVector)
                annotations.Add(new(AnnotationKinds.IsNormalized, SchemaShape.Column.VectorKind.Scalar, BooleanDataViewType.Instance, isKey: false));
            var kind = single ? SchemaShape.Column.VectorKind.Vector : source.Kind;
            return new SchemaShape.Column(pair.outputColumnName, kind, NumberDataViewType.Single, isKey: false, new SchemaShape(annotations));
        }));
    }
}
