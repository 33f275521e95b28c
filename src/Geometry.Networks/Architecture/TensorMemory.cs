using TorchSharp.Utils;
using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>Copies between managed memory and tensors, row-major.</summary>
internal static class TensorMemory
{
    /// <summary>Makes a single-precision tensor of a copy of the values.</summary>
    public static Tensor FromSpan(ReadOnlySpan<float> values, params long[] shape)
    {
        Tensor result = empty(shape, dtype: ScalarType.Float32);
        CopyFrom(result, values);
        return result;
    }

    /// <summary>Overwrites a contiguous single-precision tensor.</summary>
    public static void CopyFrom(Tensor tensor, ReadOnlySpan<float> values)
    {
        using TensorAccessor<float> elements = tensor.data<float>();
        elements.CopyFrom(values);
    }

    /// <summary>Copies a single-precision tensor.</summary>
    public static float[] ToArray(Tensor tensor)
    {
        float[] values = new float[tensor.NumberOfElements];
        CopyTo(tensor, values);
        return values;
    }

    /// <summary>Copies a single-precision tensor into a span of the same number of elements.</summary>
    public static void CopyTo(Tensor tensor, Span<float> values)
    {
        using Tensor rows = tensor.contiguous();
        using TensorAccessor<float> elements = rows.data<float>();
        elements.CopyTo(values);
    }
}
