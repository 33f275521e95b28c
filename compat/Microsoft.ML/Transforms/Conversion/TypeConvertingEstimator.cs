namespace Microsoft.ML.Transforms;

/// <summary>Makes transformers that convert the values of columns to another type.</summary>
public sealed class TypeConvertingEstimator : TrivialEstimator<TypeConvertingTransformer>
{
    internal TypeConvertingEstimator(IHostEnvironment env, DataKind outputKind, (string outputColumnName, string inputColumnName)[] columns)
        : base(env.Register(nameof(TypeConvertingEstimator)), new TypeConvertingTransformer(env, outputKind, columns))
    {
    }

    public override SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        Check.Value(inputSchema, nameof(inputSchema));
        var target = Transformer.TargetType;
        return inputSchema.With(Transformer.Columns.Select(pair =>
        {
            if (!inputSchema.TryFindColumn(pair.inputColumnName, out var source))
                throw Check.ExceptSchemaMismatch(nameof(inputSchema), "input", pair.inputColumnName);
            Check.Param(ValueConversion.Find(source.ItemType.RawType, target.RawType) is not null, nameof(inputSchema), $"Don't know how to convert {source.ItemType} into {target}");
            var annotations = source.Annotations.Where(a => a.Name == AnnotationKinds.SlotNames).ToList();
            if (TypeConvertingTransformer.StaysNormalized(source.HasAnnotation(AnnotationKinds.IsNormalized), source.ItemType is BooleanDataViewType, target))
                annotations.Add(new SchemaShape.Column(AnnotationKinds.IsNormalized, SchemaShape.Column.VectorKind.Scalar, BooleanDataViewType.Instance, isKey: false));
            return new SchemaShape.Column(pair.outputColumnName, source.Kind, target, isKey: false, new SchemaShape(annotations));
        }));
    }
}
