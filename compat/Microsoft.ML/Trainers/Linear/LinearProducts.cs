using System.Numerics.Tensors;

namespace Microsoft.ML.Trainers;

internal static class LinearProducts
{
    /// <summary>The product of a vector in either form with weights.</summary>
    public static float Dot(in VBuffer<float> features, ReadOnlySpan<float> weights)
    {
        Check.Param(features.Length == weights.Length, nameof(features), $"Input is of length {features.Length} but predictor expected length {weights.Length}");
        ReadOnlySpan<float> values = features.GetValues();
        if (features.IsDense) return TensorPrimitives.Dot(values, weights);
        ReadOnlySpan<int> indices = features.GetIndices();
        float sum = 0;
        for (int i = 0; i < values.Length; i++) sum += values[i] * weights[indices[i]];
        return sum;
    }
}
