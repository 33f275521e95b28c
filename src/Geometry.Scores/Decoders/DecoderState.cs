namespace Geometry.Scores;

/// <summary>A solution and what it rests on, for fits of the same division on other training rows to start from.</summary>
/// <param name="Weights">The weights, the intercept last.</param>
/// <param name="Gram">Sum of x x^T over the active rows of each class of weight; empty for solvers that do not keep it.</param>
/// <param name="Active">For each row of the data whether it was active.</param>
internal sealed record DecoderState(double[] Weights, double[][] Gram, bool[] Active);
