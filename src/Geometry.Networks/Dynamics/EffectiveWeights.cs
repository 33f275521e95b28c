namespace Geometry.Networks;

/// <summary>A hidden layer linearised around each of some inputs: what its units are to the input there.</summary>
/// <param name="Layer">The name of the layer, such as <c>Hidden2</c>.</param>
/// <param name="Conditions">The number of inputs.</param>
/// <param name="Width">The number of units.</param>
/// <param name="Dimensions">The number of features.</param>
/// <param name="Preactivations">The preactivations, conditions x width, row-major.</param>
/// <param name="Slopes">f' at the preactivations, conditions x width, row-major.</param>
/// <param name="Weights">The derivatives of the preactivations by the input, conditions x width x dimensions: the effective weights.</param>
public sealed record EffectiveWeights(
    string Layer, int Conditions, int Width, int Dimensions, ReadOnlyMemory<double> Preactivations, ReadOnlyMemory<double> Slopes, ReadOnlyMemory<double> Weights)
{
    /// <summary>Gives the effective weights of a unit around an input.</summary>
    /// <param name="condition">The input.</param>
    /// <param name="unit">The unit.</param>
    /// <returns>The derivative of its preactivation by the input.</returns>
    public ReadOnlySpan<double> Row(int condition, int unit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(condition);
        ArgumentOutOfRangeException.ThrowIfNegative(unit);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(condition, Conditions);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unit, Width);
        return Weights.Span.Slice(((condition * Width) + unit) * Dimensions, Dimensions);
    }

    /// <summary>Gives the row of the Jacobian of the layer, d h_k / d x, around an input: the slope times the effective weights.</summary>
    /// <param name="condition">The input.</param>
    /// <param name="unit">The unit k.</param>
    /// <returns>The derivative of its response by the input.</returns>
    public double[] JacobianRow(int condition, int unit)
    {
        double[] row = Row(condition, unit).ToArray();
        double slope = Slopes.Span[(condition * Width) + unit];
        return Array.ConvertAll(row, weight => slope * weight);
    }
}
