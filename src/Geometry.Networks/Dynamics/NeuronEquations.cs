namespace Geometry.Networks;

/// <summary>
/// The exact equations of neurons in point space. With g_j = f'(u_j + b) * (error at condition j, weighted by the readout) and Gram matrix G:
/// du/dt = G g + k u, d|w|^2/dt = 2 (g'u + k |w|^2), d(w w0)/dt = g'u0 + k w w0, db/dt = sum of g, where k = noise^2 * sum of (error f'') is the
/// radial term. No weight vector of D numbers is needed.
/// </summary>
internal sealed class NeuronEquations
{
    private readonly LearningPoints _points;
    private readonly WeightDynamicsOptions _options;
    private readonly NeuronLayout _layout;
    private readonly AveragedSlopes _slopes;
    private readonly int _neurons, _first, _width;
    private readonly double[] _initial, _u, _scales, _values, _f1, _f2, _g, _outputs, _errors;
    private readonly bool _needsValues;

    /// <summary>Prepares the equations of some neurons.</summary>
    /// <param name="points">The conditions.</param>
    /// <param name="options">The switches.</param>
    /// <param name="slopes">The derivatives of the nonlinearity.</param>
    /// <param name="initial">The initial states of all neurons of the layer.</param>
    /// <param name="first">The first neuron of the block.</param>
    /// <param name="neurons">The neurons of the block.</param>
    /// <param name="width">The neurons of the layer.</param>
    public NeuronEquations(
        LearningPoints points, WeightDynamicsOptions options, AveragedSlopes slopes, double[] initial, int first, int neurons, int width)
    {
        (_points, _options, _slopes, _initial, _first, _neurons, _width) = (points, options, slopes, initial, first, neurons, width);
        _layout = new NeuronLayout(points.Count, points.TargetCount);
        int elements = neurons * points.Count;
        (_u, _scales, _values) = (new double[elements], new double[elements], new double[elements]);
        (_f1, _f2, _g) = (new double[elements], new double[elements], new double[points.Count]);
        _outputs = new double[points.Count * points.TargetCount];
        _errors = points.Errors.ToArray();
        _needsValues = options.RecomputeErrors || options.TrainReadout;
    }

    /// <summary>Computes the derivative of the state: the neurons one after the other, then with recomputed errors the output biases.</summary>
    public void Derivative(ReadOnlySpan<double> state, Span<double> derivative)
    {
        int m = _points.Count, stride = _layout.Stride;
        for (int k = 0; k < _neurons; k++)
        {
            ReadOnlySpan<double> neuron = state.Slice(k * stride, stride);
            double scale = _options.Noise * Math.Sqrt(Math.Max(0, neuron[_layout.SquaredNorm]));
            for (int j = 0; j < m; j++)
            {
                _u[(k * m) + j] = neuron[j] + neuron[_layout.Bias];
                _scales[(k * m) + j] = scale;
            }
        }

        Span<double> values = _needsValues || !_slopes.IsScalar ? _values : [];
        if (_options.Noise > 0)
        {
            _slopes.Evaluate(_u, _scales, values, _f1, _f2);
        }
        else
        {
            _slopes.Evaluate(_u, values, _f1);
        }

        if (_options.RecomputeErrors)
        {
            ComputeErrors(state);
        }

        for (int k = 0; k < _neurons; k++)
        {
            MoveNeuron(k, state.Slice(k * stride, stride), derivative.Slice(k * stride, stride));
        }

        for (int output = 0; output < derivative.Length - (_neurons * stride); output++)
        {
            double sum = 0;
            for (int j = 0; _options.TrainReadout && j < m; j++)
            {
                sum += _errors[(j * _points.TargetCount) + output];
            }

            derivative[(_neurons * stride) + output] = Math.Sqrt(_width) * sum;
        }
    }

    private void MoveNeuron(int k, ReadOnlySpan<double> neuron, Span<double> change)
    {
        int m = _points.Count, q = _points.TargetCount;
        double radial = 0, sum = 0, along = 0, alongInitial = 0;
        ReadOnlySpan<double> initial = _initial.AsSpan((_first + k) * _layout.Stride, m);
        for (int j = 0; j < m; j++)
        {
            double error = 0;
            for (int output = 0; output < q; output++)
            {
                error += neuron[_layout.Readout + output] * _errors[(j * q) + output];
            }

            int place = (k * m) + j;
            double g = _g[j] = error * _f1[place];
            sum += g;
            along += g * neuron[j];
            alongInitial += g * initial[j];
            radial += error * _f2[place];
        }

        radial *= _options.RadialTerm ? _options.Noise * _options.Noise : 0;
        ReadOnlySpan<double> gram = _points.Gram.Span;
        for (int i = 0; i < m; i++)
        {
            double move = radial * neuron[i];
            for (int j = 0; j < m; j++)
            {
                move += gram[(i * m) + j] * _g[j];
            }

            change[i] = move;
        }

        change[_layout.SquaredNorm] = 2 * (along + (radial * neuron[_layout.SquaredNorm]));
        change[_layout.Overlap] = alongInitial + (radial * neuron[_layout.Overlap]);
        change[_layout.Bias] = _options.LearnBias ? sum : 0;
        for (int output = 0; output < q; output++)
        {
            double move = 0;
            for (int j = 0; _options.TrainReadout && j < m; j++)
            {
                move += _errors[(j * q) + output] * _values[(k * m) + j];
            }

            change[_layout.Readout + output] = _width * move;
        }
    }

    // Output weights are J / sqrt(width), so that outputs start at order 1.
    private void ComputeErrors(ReadOnlySpan<double> state)
    {
        int m = _points.Count, q = _points.TargetCount, stride = _layout.Stride;
        Array.Clear(_outputs);
        for (int k = 0; k < _neurons; k++)
        {
            for (int j = 0; j < m; j++)
            {
                for (int output = 0; output < q; output++)
                {
                    _outputs[(j * q) + output] += state[(k * stride) + _layout.Readout + output] * _values[(k * m) + j];
                }
            }
        }

        double scale = 1 / Math.Sqrt(_width);
        ReadOnlySpan<float> targets = _points.Targets.Span;
        for (int i = 0; i < _errors.Length; i++)
        {
            double output = (_outputs[i] * scale) + state[(_neurons * stride) + (i % q)];
            _errors[i] = targets[i] - (1 / (1 + Math.Exp(-output)));
        }
    }
}
