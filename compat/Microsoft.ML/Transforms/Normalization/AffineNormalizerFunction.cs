using System.Numerics;

namespace Microsoft.ML.Transforms;

internal static class AffineNormalizerFunction
{
    public const byte Tag = 1;
}

/// <summary>(x - offset) scale; no offsets at all when every one is zero.</summary>
internal sealed class AffineNormalizerFunction<T> : NormalizerFunction<T>
    where T : struct, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] _scale;
    private readonly T[] _offset;

    private AffineNormalizerFunction(bool isVector, T[] scale, T[] offset)
        : base(isVector)
    {
        _scale = scale;
        _offset = offset;
    }

    public static AffineNormalizerFunction<T> Of(bool isVector, double[] scale, double[] offset) =>
        new(isVector, Convert(scale), offset.All(o => o == 0) ? [] : Convert(offset));

    public override NormalizingTransformer.NormalizerModelParametersBase Parameters => IsVector
        ? new NormalizingTransformer.AffineNormalizerModelParameters<ImmutableArray<T>>([.. _scale], [.. _offset])
        : new NormalizingTransformer.AffineNormalizerModelParameters<T>(_scale[0], _offset.Length == 0 ? T.Zero : _offset[0]);

    protected override bool KeepsZero => _offset.Length == 0;

    protected override T Map(T value, int slot) => (KeepsZero ? value : value - _offset[slot]) * _scale[slot];

    protected override void MapDense(ReadOnlySpan<T> source, Span<T> target)
    {
        if (KeepsZero)
        {
            for (int i = 0; i < source.Length; i++) target[i] = source[i] * _scale[i];
        }
        else
        {
            for (int i = 0; i < source.Length; i++) target[i] = (source[i] - _offset[i]) * _scale[i];
        }
    }

    public override void Save(BinaryWriter writer)
    {
        writer.Write(AffineNormalizerFunction.Tag);
        Write(writer, _scale);
        Write(writer, _offset);
    }

    public static AffineNormalizerFunction<T> Load(BinaryReader reader, DataViewType type) =>
        new(type is VectorDataViewType, Read(reader), Read(reader));
}
