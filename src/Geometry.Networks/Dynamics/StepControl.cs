namespace Geometry.Networks;

/// <summary>
/// How large steps may be. The error of a preactivation is relative to its size, but not to less than the neuron's smallest initial preactivation,
/// which decides what the neuron becomes, nor to less than a hundredth of its largest present one. A step ends where a preactivation meets a kink.
/// </summary>
/// <remarks>
/// An estimate of the error cannot find kinks by itself: the slope of two units that switch on and two that switch off may be the same before and
/// after, so that a long step over both leaves no trace. Neurons then end up selective to a whole class that are not.
/// </remarks>
internal sealed class StepControl
{
    private const double Negligible = 1e-6, PartOfLargest = 0.01, LargestMove = 0.1;

    private readonly NeuronLayout _layout;
    private readonly double _tolerance;
    private readonly double[] _floors;
    private readonly double[]? _kinks;

    /// <summary>Remembers the initial preactivations of a block of neurons.</summary>
    /// <param name="layout">Where a state keeps what.</param>
    /// <param name="tolerance">The relative error.</param>
    /// <param name="kinks">Where the derivative of the nonlinearity jumps; null where that is not known.</param>
    /// <param name="state">The initial state.</param>
    /// <param name="neurons">The neurons of the block.</param>
    public StepControl(NeuronLayout layout, double tolerance, double[]? kinks, ReadOnlySpan<double> state, int neurons)
    {
        _kinks = kinks;
        _layout = layout;
        _tolerance = tolerance;
        _floors = new double[neurons];
        for (int k = 0; k < neurons; k++)
        {
            ReadOnlySpan<double> neuron = state.Slice(k * layout.Stride, layout.Stride);
            double smallest = double.PositiveInfinity, largest = 0;
            for (int i = 0; i < layout.Points; i++)
            {
                double u = Math.Abs(neuron[i] + neuron[layout.Bias]);
                smallest = Math.Min(smallest, u);
                largest = Math.Max(largest, u);
            }

            _floors[k] = largest == 0 ? Negligible : Math.Max(smallest, Negligible * largest);
        }
    }

    /// <summary>Gives the scale of each number of a state.</summary>
    public void Of(ReadOnlySpan<double> state, Span<double> scale)
    {
        // What lies behind the neurons are output biases, of order 1.
        scale.Fill(_tolerance);
        for (int k = 0; k < _floors.Length; k++)
        {
            ReadOnlySpan<double> neuron = state.Slice(k * _layout.Stride, _layout.Stride);
            Span<double> allowed = scale.Slice(k * _layout.Stride, _layout.Stride);
            double floor = _floors[k], bias = neuron[_layout.Bias], norm = neuron[_layout.SquaredNorm];
            for (int i = 0; i < _layout.Points; i++)
            {
                floor = Math.Max(floor, PartOfLargest * Math.Abs(neuron[i] + bias));
            }

            for (int i = 0; i < _layout.Points; i++)
            {
                allowed[i] = _tolerance * Math.Max(Math.Abs(neuron[i] + bias), floor);
            }

            allowed[_layout.SquaredNorm] = allowed[_layout.Overlap] = _tolerance * Math.Max(norm, Negligible);
            allowed[_layout.Bias] = _tolerance * Math.Max(Math.Abs(bias), floor);
            for (int output = 0; output < _layout.Targets; output++)
            {
                allowed[_layout.Readout + output] = _tolerance * Math.Max(Math.Abs(neuron[_layout.Readout + output]), 1);
            }
        }
    }

    /// <summary>Says how much of a step can be taken: up to a little beyond the first kink, or where kinks are not known a tenth of the largest preactivation.</summary>
    /// <param name="before">The state before the step.</param>
    /// <param name="after">The state after it.</param>
    /// <param name="scale">The scale of each number.</param>
    /// <returns>The part of the step, 1 for all of it.</returns>
    public double Reach(ReadOnlySpan<double> before, ReadOnlySpan<double> after, ReadOnlySpan<double> scale)
    {
        double part = 1;
        for (int k = 0; k < _floors.Length; k++)
        {
            int start = k * _layout.Stride, bias = start + _layout.Bias;
            double largest = _floors[k];
            for (int i = start; i < start + _layout.Points; i++)
            {
                largest = Math.Max(largest, Math.Abs(before[i] + before[bias]));
            }

            for (int i = start; i < start + _layout.Points; i++)
            {
                double u = before[i] + before[bias], move = after[i] + after[bias] - u;
                part = Math.Min(part, _kinks is null ? Math.Abs(move) > LargestMove * largest ? LargestMove * largest / Math.Abs(move) : 1 : ToKink(u, move, scale[i]));
            }
        }

        return part;
    }

    private double ToKink(double u, double move, double scale)
    {
        double part = 1;
        foreach (double kink in _kinks!)
        {
            // Where a step begins on a kink, the neuron is on its way beyond.
            double distance = (kink - u) * Math.Sign(move), length = Math.Abs(move);
            if (distance > 0 && length > distance + scale)
            {
                part = Math.Min(part, (distance + (scale / 2)) / length);
            }
        }

        return part;
    }
}
