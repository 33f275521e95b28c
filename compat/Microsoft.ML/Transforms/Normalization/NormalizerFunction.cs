namespace Microsoft.ML.Transforms;

/// <summary>The mapping of one column that a normalizer has learnt.</summary>
internal abstract class NormalizerFunction
{
    public abstract NormalizingTransformer.NormalizerModelParametersBase Parameters { get; }

    public abstract Delegate MakeGetter(DataViewRow input, DataViewSchema.Column column);

    public abstract void Save(BinaryWriter writer);

    public static NormalizerFunction LoadOfType(BinaryReader reader, DataViewType type)
    {
        bool isDouble = type.ItemTypeOrSelf().RawType == typeof(double);
        return reader.ReadByte() switch
        {
            AffineNormalizerFunction.Tag => isDouble ? AffineNormalizerFunction<double>.Load(reader, type) : AffineNormalizerFunction<float>.Load(reader, type),
            CdfNormalizerFunction.Tag => isDouble ? CdfNormalizerFunction<double>.Load(reader, type) : CdfNormalizerFunction<float>.Load(reader, type),
            byte tag => throw Check.ExceptDecode($"Unknown normalizer kind {tag} in the model"),
        };
    }
}
