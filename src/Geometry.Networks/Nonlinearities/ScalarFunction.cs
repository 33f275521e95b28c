namespace Geometry.Networks;

/// <summary>A nonlinearity of one double-precision number.</summary>
/// <param name="Value">The function.</param>
/// <param name="Slope">The derivative that training uses, with autograd's conventions at kinks.</param>
/// <param name="Jumps">Where the derivative jumps, and by how much.</param>
/// <param name="IsPiecewiseLinear">Whether the derivative is constant between its jumps.</param>
internal sealed record ScalarFunction(
    Func<double, double> Value, Func<double, double> Slope, IReadOnlyList<(double At, double Size)> Jumps, bool IsPiecewiseLinear);
