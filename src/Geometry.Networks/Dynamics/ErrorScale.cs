namespace Geometry.Networks;

/// <summary>
/// The error that a step may make. For a preactivation it is relative to its size, but not to less than the neuron's smallest initial preactivation,
/// which decides what the neuron becomes, nor to less than a hundredth of its largest present one.
/// </summary>
internal sealed class ErrorScale
{
    private const double Negligible = 1e-6, PartOfLargest = 0.01;

    private readonly NeuronLayout _layout;
    private readonly double _tolerance;
    private readonly double[] _floors;

    /// <summary>Remembers the initial preactivations of a block of neurons.</summary>
    public ErrorScale(NeuronLayout layout, double tolerance, ReadOnlySpan<double> state, int neurons)
    {
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
}
