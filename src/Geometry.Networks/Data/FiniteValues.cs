using System.Numerics.Tensors;

namespace Geometry.Networks;

/// <summary>Finds numbers that are not finite.</summary>
internal static class FiniteValues
{
    /// <summary>Throws where a value is NaN or infinite, naming its place.</summary>
    public static void Require(ReadOnlySpan<float> values, int width, string what)
    {
        // The sum of magnitudes is finite when all values are, unless it overflows; then the scan below decides.
        if (float.IsFinite(TensorPrimitives.SumOfMagnitudes(values)))
        {
            return;
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
            {
                string value = float.IsNaN(values[i]) ? "NaN" : "infinite";
                throw new ArgumentException(
                    $"The {what} in row {i / width}, column {i % width} is {value}. Replace or drop missing values before training.");
            }
        }
    }
}
