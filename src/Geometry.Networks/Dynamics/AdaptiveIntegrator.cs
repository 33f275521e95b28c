namespace Geometry.Networks;

/// <summary>Computes the derivative of a state.</summary>
internal delegate void StateDerivative(ReadOnlySpan<double> state, Span<double> derivative);

/// <summary>Computes the error that a step may make in each number of a state.</summary>
internal delegate void StateScale(ReadOnlySpan<double> state, Span<double> scale);

/// <summary>Says which part of a step can be taken.</summary>
internal delegate double StepReach(ReadOnlySpan<double> before, ReadOnlySpan<double> after, ReadOnlySpan<double> scale);

/// <summary>
/// Integrates ordinary differential equations with the embedded Runge-Kutta pair of orders 3 and 2 of Bogacki and Shampine (1989), whose steps
/// are as small as the scale of the error demands, and end where they are told to.
/// </summary>
internal sealed class AdaptiveIntegrator(int length, StateDerivative derivative, StateScale scaleOf, StepReach reach)
{
    private const double SmallestStep = 1e-13, Safety = 0.9, Growth = 5, Shrinkage = 0.2;

    private readonly double[] _k1 = new double[length], _k2 = new double[length], _k3 = new double[length], _k4 = new double[length];
    private readonly double[] _trial = new double[length], _scale = new double[length];
    private double _step;
    private bool _hasDerivative;

    /// <summary>Moves a state from one time to another. Calls follow one another on the same state.</summary>
    /// <param name="state">The state; is changed.</param>
    /// <param name="from">The time of the state.</param>
    /// <param name="to">A later time.</param>
    public void Advance(Span<double> state, double from, double to)
    {
        if (!_hasDerivative)
        {
            derivative(state, _k1);
            _step = FirstStep(state);
            _hasDerivative = true;
        }

        double time = from;
        while (time < to)
        {
            double smallest = SmallestStep * to, step = Math.Max(Math.Min(_step, to - time), smallest);
            bool isLast = time + step >= to - smallest;
            double error = Try(state, step);
            if (!(error <= 1) && step > smallest)
            {
                // Not a number counts as an error that is too large.
                _step = step * (error > 1 ? Math.Max(Shrinkage, Safety / Math.Cbrt(error)) : Shrinkage);
                continue;
            }

            double part = reach(state, _trial, _scale);
            if (part < 1 && step > smallest)
            {
                _step = step * part;
                continue;
            }

            _trial.CopyTo(state);
            _k4.CopyTo(_k1, 0);
            time = isLast ? to : time + step;
            double factor = error > 0 ? Math.Clamp(Safety / Math.Cbrt(error), Shrinkage, Growth) : Growth;

            // A step that was cut short to hit the time says nothing against longer ones.
            _step = isLast ? Math.Max(_step, step * factor) : step * factor;
        }
    }

    private double FirstStep(ReadOnlySpan<double> state)
    {
        scaleOf(state, _scale);
        double fastest = 0;
        for (int i = 0; i < length; i++)
        {
            fastest = Math.Max(fastest, Math.Abs(_k1[i]) / _scale[i]);
        }

        return fastest > 0 ? 1 / fastest : double.PositiveInfinity;
    }

    private double Try(ReadOnlySpan<double> state, double step)
    {
        for (int i = 0; i < length; i++)
        {
            _trial[i] = state[i] + (step * 0.5 * _k1[i]);
        }

        derivative(_trial, _k2);
        for (int i = 0; i < length; i++)
        {
            _trial[i] = state[i] + (step * 0.75 * _k2[i]);
        }

        derivative(_trial, _k3);
        for (int i = 0; i < length; i++)
        {
            _trial[i] = state[i] + (step * (((2 * _k1[i]) + (3 * _k2[i]) + (4 * _k3[i])) / 9));
        }

        derivative(_trial, _k4);
        scaleOf(state, _scale);
        double largest = 0;
        for (int i = 0; i < length; i++)
        {
            double error = step * ((-5 * _k1[i] / 72) + (_k2[i] / 12) + (_k3[i] / 9) - (_k4[i] / 8));
            largest = Math.Max(largest, Math.Abs(error) / _scale[i]);
        }

        return largest;
    }
}
