namespace Microsoft.ML.Trainers;

/// <summary>How a minimisation ended.</summary>
internal readonly record struct Minimization(double[] Point, double Value, int Iterations, bool Converged);
