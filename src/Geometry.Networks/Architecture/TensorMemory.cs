using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>Copies between managed memory and tensors, row-major.</summary>
internal static class TensorMemory
{
    /// <summary>Makes a single-precision tensor of a copy of the values.</summary>
    public static Tensor FromSpan(ReadOnlySpan<float> values, params long[] shape)
    {
        Tensor result = empty(shape, dtype: ScalarType.Float32);
        result.data<float>().CopyFrom(values);
        return result;
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
        rows.data<float>().CopyTo(values);
    }
}
