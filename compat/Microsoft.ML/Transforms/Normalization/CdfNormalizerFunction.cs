using System.Numerics;

namespace Microsoft.ML.Transforms;

internal static class CdfNormalizerFunction
{
    public const byte Tag = 2;
}

/// <summary>The normal distribution function of the value, or of its logarithm.</summary>
internal sealed class CdfNormalizerFunction<T> : NormalizerFunction<T>
    where T : struct, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] _mean;
    private readonly T[] _deviation;
    private readonly bool _useLog;

    private CdfNormalizerFunction(bool isVector, T[] mean, T[] deviation, bool useLog)
        : base(isVector)
    {
        _mean = mean;
        _deviation = deviation;
        _useLog = useLog;
    }

    public static CdfNormalizerFunction<T> Of(bool isVector, double[] mean, double[] deviation, bool useLog) =>
        new(isVector, Convert(mean), Convert(deviation), useLog);

    public override NormalizingTransformer.NormalizerModelParametersBase Parameters => IsVector
        ? new NormalizingTransformer.CdfNormalizerModelParameters<ImmutableArray<T>>([.. _mean], [.. _deviation], _useLog)
        : new NormalizingTransformer.CdfNormalizerModelParameters<T>(_mean[0], _deviation[0], _useLog);

    protected override bool KeepsZero => _useLog;

    protected override T Map(T value, int slot)
    {
        double x = double.CreateChecked(value), mean = double.CreateChecked(_mean[slot]), deviation = double.CreateChecked(_deviation[slot]);
        if (_useLog)
        {
            if (x <= 0) return T.Zero;
            x = Math.Log(x);
        }

        // A constant slot has no spread to measure by: its own value lies in the middle, others outside.
        double distance = x == mean ? 0 : (x - mean) / deviation;
        return T.CreateChecked((1 + ErrorFunction.Erf(distance / Math.Sqrt(2))) / 2);
    }

    protected override void MapDense(ReadOnlySpan<T> source, Span<T> target)
    {
        for (int i = 0; i < source.Length; i++) target[i] = Map(source[i], i);
    }

    public override void Save(BinaryWriter writer)
    {
        writer.Write(CdfNormalizerFunction.Tag);
        writer.Write(_useLog);
        Write(writer, _mean);
        Write(writer, _deviation);
    }

    public static CdfNormalizerFunction<T> Load(BinaryReader reader, DataViewType type)
    {
        bool useLog = reader.ReadBoolean();
        return new(type is VectorDataViewType, Read(reader), Read(reader), useLog);
    }
}
