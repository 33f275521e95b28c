using System.Numerics.Tensors;

namespace Microsoft.ML.Trainers;

internal sealed partial class LbfgsMinimizer
{
    private const double SufficientDecrease = 1e-4;
    private const double SufficientFlattening = 0.9;

    /// <summary>A step that satisfies the weak Wolfe conditions, by bracketing and bisection.</summary>
    private static bool SearchSmooth(IDifferentiableObjective objective, double[] point, double value, double[] slope,
        double[] direction, double length, ref Trial trial)
    {
        double initial = TensorPrimitives.Dot<double>(slope, direction);
        double low = 0, high = double.PositiveInfinity;
        for (int i = 0; i < LineSearchSteps; i++)
        {
            TensorPrimitives.MultiplyAdd(direction, length, point, trial.Point);
            trial.Value = objective.Evaluate(trial.Point, trial.Gradient);
            if (!(trial.Value <= value + SufficientDecrease * length * initial)) high = length;
            else if (TensorPrimitives.Dot<double>(trial.Gradient, direction) < SufficientFlattening * initial) low = length;
            else return trial.Value < value;

            length = double.IsInfinity(high) ? 2 * low : (low + high) / 2;
        }

        return trial.Value < value;
    }

    /// <summary>Backtracking within the orthant of the starting point.</summary>
    private bool SearchOrthant(IDifferentiableObjective objective, double[] point, double value, double[] slope,
        double[] direction, double length, ref Trial trial)
    {
        for (int i = 0; i < LineSearchSteps; i++, length /= 2)
        {
            TensorPrimitives.MultiplyAdd(direction, length, point, trial.Point);
            double predicted = 0;
            for (int k = 0; k < point.Length; k++)
            {
                if (k >= FreeCount && trial.Point[k] * Orthant(point[k], slope[k]) < 0) trial.Point[k] = 0;
                predicted += slope[k] * (trial.Point[k] - point[k]);
            }

            trial.Value = objective.Evaluate(trial.Point, trial.Gradient) + Penalty(trial.Point);
            if (trial.Value < value && trial.Value <= value + SufficientDecrease * predicted) return true;
        }

        return false;
    }

    private double Orthant(double coordinate, double slope) => NonNegative ? 1 : coordinate != 0 ? Math.Sign(coordinate) : -Math.Sign(slope);

    /// <summary>The element of the subdifferential with the smallest norm, projected on what the sign constraint allows.</summary>
    private double[] PseudoGradient(double[] point, double[] gradient)
    {
        var result = (double[])gradient.Clone();
        for (int i = FreeCount; i < result.Length; i++)
        {
            double g = gradient[i];
            result[i] = NonNegative ? (point[i] > 0 ? g + L1 : Math.Min(g + L1, 0))
                : point[i] > 0 ? g + L1
                : point[i] < 0 ? g - L1
                : g + L1 < 0 ? g + L1
                : g - L1 > 0 ? g - L1 : 0;
        }

        return result;
    }

    private void Clip(double[] point)
    {
        for (int i = FreeCount; i < point.Length; i++) point[i] = Math.Max(point[i], 0);
    }
}
