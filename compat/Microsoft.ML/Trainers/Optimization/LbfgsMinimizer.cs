using System.Numerics.Tensors;

namespace Microsoft.ML.Trainers;

/// <summary>
/// Limited-memory BFGS, and its orthant-wise form (Andrew and Gao 2007) when there is an L1 penalty or a sign constraint.
/// The first <see cref="FreeCount"/> coordinates carry neither.
/// </summary>
internal sealed partial class LbfgsMinimizer
{
    private const int ImprovementWindow = 5;
    private const int LineSearchSteps = 60;

    // Below this value an objective counts as zero for the relative test: separable data without a penalty has no minimum.
    private const double SmallestValue = 1e-6;

    public required int HistorySize { get; init; }
    public required double Tolerance { get; init; }
    public int MaximumIterations { get; init; } = int.MaxValue;
    public double L1 { get; init; }
    public bool NonNegative { get; init; }
    public int FreeCount { get; init; }
    public Action<int, double> OnIteration { get; init; }

    private bool IsSmooth => L1 == 0 && !NonNegative;

    public Minimization Minimize(IDifferentiableObjective objective, double[] start)
    {
        int n = objective.Dimension;
        var history = new CurvatureHistory(HistorySize, objective.Curvature());
        var values = new Queue<double>();
        var point = (double[])start.Clone();
        if (NonNegative) Clip(point);
        var gradient = new double[n];
        double value = objective.Evaluate(point, gradient) + Penalty(point);
        values.Enqueue(value);

        for (int iteration = 0; ; iteration++)
        {
            double[] slope = IsSmooth ? gradient : PseudoGradient(point, gradient);
            if (TensorPrimitives.MaxMagnitude<double>(slope) is 0.0 || value == 0) return new(point, value, iteration, true);
            if (iteration == MaximumIterations) return new(point, value, iteration, false);

            double[] direction = Descent(history, point, slope);
            double length = history.IsEmpty ? Math.Min(1, 1 / TensorPrimitives.Norm<double>(direction)) : 1;
            var trial = new Trial(new double[n], new double[n], value);
            bool found = IsSmooth
                ? SearchSmooth(objective, point, value, slope, direction, length, ref trial)
                : SearchOrthant(objective, point, value, slope, direction, length, ref trial);
            if (!found)
            {
                // The model of the curvature may be at fault; steepest descent decides whether this is the bottom.
                if (history.IsEmpty) return new(point, value, iteration, true);
                history.Clear();
                continue;
            }

            var step = new double[n];
            var change = new double[n];
            TensorPrimitives.Subtract<double>(trial.Point, point, step);
            TensorPrimitives.Subtract<double>(trial.Gradient, gradient, change);
            history.Add(step, change);
            (point, gradient, value) = (trial.Point, trial.Gradient, trial.Value);
            OnIteration?.Invoke(iteration + 1, value);

            values.Enqueue(value);
            if (values.Count <= ImprovementWindow) continue;
            double improvement = (values.Dequeue() - value) / ImprovementWindow;
            if (improvement < Tolerance * Math.Max(Math.Abs(value), SmallestValue)) return new(point, value, iteration + 1, true);
        }
    }

    private double Penalty(double[] point) => L1 == 0 ? 0 : L1 * TensorPrimitives.SumOfMagnitudes<double>(point.AsSpan(FreeCount));

    private double[] Descent(CurvatureHistory history, double[] point, double[] slope)
    {
        var direction = new double[slope.Length];
        TensorPrimitives.Negate<double>(slope, direction);
        if (IsSmooth) history.Apply(direction);
        else
        {
            // A coordinate at zero with no slope stays there; one that leaves zero does so downhill, which fixes its sign.
            var free = new bool[slope.Length];
            for (int i = 0; i < free.Length; i++) free[i] = i < FreeCount || point[i] != 0 || slope[i] != 0;
            history.Restricted(free).Apply(direction);
            for (int i = FreeCount; i < direction.Length; i++)
                if (point[i] == 0 && direction[i] * slope[i] >= 0) direction[i] = 0;
        }

        if (TensorPrimitives.Dot<double>(direction, slope) < 0) return direction;
        history.Clear();
        TensorPrimitives.Negate<double>(slope, direction);
        history.Apply(direction);
        return direction;
    }

    private record struct Trial(double[] Point, double[] Gradient, double Value);
}
