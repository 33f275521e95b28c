using System.Numerics.Tensors;

namespace Geometry.MLNet;

/// <summary>What the outputs of a network say about a label.</summary>
internal static class Readout
{
    /// <summary>The probability of true that a logit means.</summary>
    public static float Probability(float logit) => 1 / (1 + MathF.Exp(-logit));

    /// <summary>The probability of each class that the logits mean.</summary>
    public static void Softmax(ReadOnlySpan<float> logits, Span<float> probabilities)
    {
        // Subtracting the maximum changes nothing but keeps the exponentials finite.
        TensorPrimitives.Subtract(logits, TensorPrimitives.Max(logits), probabilities);
        TensorPrimitives.SoftMax(probabilities, probabilities);
    }
}
