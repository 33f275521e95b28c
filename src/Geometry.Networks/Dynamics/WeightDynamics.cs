using Geometry.Seeding;

namespace Geometry.Networks;

/// <summary>
/// The dynamics of the weights of a hidden layer, dw/dt = J * sum over conditions i of e_i f'(w x_i + b) x_i (Alleman, Lindsey, Fusi 2024, section 4.1.1):
/// a neuron is driven by the covariance of input and error, gated by its slope. They are integrated exactly in the space of preactivations,
/// whatever the number of features.
/// </summary>
/// <remarks>
/// Time t is that of the equation. Gradient descent on the mean loss with learning rate r and output weights +-1/sqrt(H) reaches it after
/// t sqrt(H) m q / r steps, for m conditions and q outputs.
/// </remarks>
public static class WeightDynamics
{
    /// <summary>Integrates neurons with random initial weights.</summary>
    /// <param name="points">The conditions.</param>
    /// <param name="options">The switches; null for the simplified dynamics of tanh.</param>
    /// <returns>The trajectories. The same seed gives the same numbers.</returns>
    /// <exception cref="ArgumentException">The options are out of range, or all inputs are 0.</exception>
    public static WeightDynamicsResult Run(LearningPoints points, WeightDynamicsOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(points);
        options ??= new WeightDynamicsOptions();
        options.Validate();
        RequireInputs(points);
        double unit = 2 * options.Gain / (Math.Sqrt(points.Dimensions) * points.RootMeanSquareNorm);
        double[] times = [.. Enumerable.Range(0, options.Samples + 1).Select(i => options.Duration * unit * i * i / ((double)options.Samples * options.Samples))];
        return Integrate(points, options, Draw(points, options), options.Neurons, times);
    }

    /// <summary>Integrates neurons with given initial weights, and records them at given times.</summary>
    /// <param name="points">The conditions.</param>
    /// <param name="weights">The initial weights, neurons x dimensions, row-major.</param>
    /// <param name="biases">The initial biases, one a neuron; empty for 0.</param>
    /// <param name="readout">The output weights times the root of the number of neurons, neurons x outputs, row-major: +-1 in the simplified dynamics.</param>
    /// <param name="times">When to record, in ascending order from 0 on.</param>
    /// <param name="options">The switches; the settings of random weights and of time are not used.</param>
    /// <returns>The trajectories.</returns>
    /// <exception cref="ArgumentException">The options are out of range, the lengths do not fit, or the times do not ascend from 0.</exception>
    public static WeightDynamicsResult Run(
        LearningPoints points, ReadOnlySpan<double> weights, ReadOnlySpan<double> biases, ReadOnlySpan<double> readout, IReadOnlyList<double> times,
        WeightDynamicsOptions options)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        RequireInputs(points);
        int neurons = weights.Length / points.Dimensions;
        if (neurons < 1 || weights.Length != neurons * points.Dimensions || readout.Length != neurons * points.TargetCount
            || (biases.Length != 0 && biases.Length != neurons))
        {
            throw new ArgumentException(
                $"{weights.Length} weights, {biases.Length} biases and {readout.Length} output weights do not make neurons of {points.Dimensions} inputs and "
                + $"{points.TargetCount} outputs.");
        }

        if (times.Count == 0 || times[0] != 0 || times.Zip(times.Skip(1)).Any(pair => !(pair.First < pair.Second)) || !double.IsFinite(times[^1]))
        {
            throw new ArgumentException("The times must ascend from 0 and be finite.", nameof(times));
        }

        var layout = new NeuronLayout(points.Count, points.TargetCount);
        double[] states = new double[neurons * layout.Stride];
        for (int k = 0; k < neurons; k++)
        {
            Span<double> neuron = states.AsSpan(k * layout.Stride, layout.Stride);
            Place(points, layout, weights.Slice(k * points.Dimensions, points.Dimensions), neuron);
            neuron[layout.Bias] = biases.IsEmpty ? 0 : biases[k];
            readout.Slice(k * points.TargetCount, points.TargetCount).CopyTo(neuron[layout.Readout..]);
        }

        return Integrate(points, options with { Neurons = neurons }, states, neurons, times);
    }

    private static void RequireInputs(LearningPoints points)
    {
        if (points.RootMeanSquareNorm == 0)
        {
            throw new ArgumentException("All inputs are 0, so that no weight can change. Give inputs that differ.", nameof(points));
        }
    }

    private static double[] Draw(LearningPoints points, WeightDynamicsOptions options)
    {
        var layout = new NeuronLayout(points.Count, points.TargetCount);
        var stream = new RandomStream(options.Seed, StreamNames.Initialisation);
        RandomStream weightStream = stream.Fork("dynamics").Fork("weight"), biasStream = stream.Fork("dynamics").Fork("bias");
        double scale = 1 / Math.Sqrt(points.Dimensions);
        double[] weights = new double[points.Dimensions], states = new double[options.Neurons * layout.Stride];
        for (int k = 0; k < options.Neurons; k++)
        {
            Span<double> neuron = states.AsSpan(k * layout.Stride, layout.Stride);
            weightStream.Fork(k).FillGaussian(weights.AsSpan());
            foreach (ref double weight in weights.AsSpan())
            {
                weight *= options.Gain * scale;
            }

            Place(points, layout, weights, neuron);
            neuron[layout.Bias] = options.BiasGain * scale * biasStream.Fork(k).NextGaussian();
            for (int output = 0; output < points.TargetCount; output++)
            {
                neuron[layout.Readout + output] = ((k >> output) & 1) == 0 ? 1 : -1;
            }
        }

        return states;
    }

    private static void Place(LearningPoints points, NeuronLayout layout, ReadOnlySpan<double> weights, Span<double> neuron)
    {
        ReadOnlySpan<double> inputs = points.Inputs.Span;
        for (int i = 0; i < points.Count; i++)
        {
            neuron[i] = Inner(weights, inputs.Slice(i * points.Dimensions, points.Dimensions));
        }

        neuron[layout.SquaredNorm] = neuron[layout.Overlap] = Inner(weights, weights);
    }

    private static double Inner(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    // Neurons that do not depend on one another are integrated one at a time, each with its own steps.
    private static WeightDynamicsResult Integrate(
        LearningPoints points, WeightDynamicsOptions options, double[] initial, int neurons, IReadOnlyList<double> times)
    {
        var layout = new NeuronLayout(points.Count, points.TargetCount);
        var slopes = new AveragedSlopes(options.Nonlinearity, options.QuadratureNodes);
        int block = options.RecomputeErrors || !slopes.IsScalar ? neurons : 1;
        int shared = options.RecomputeErrors ? points.TargetCount : 0;
        double[][] samples = [.. times.Select(_ => new double[(neurons * layout.Stride) + shared])];
        SingleThreadedOperators.Run(() =>
        {
            for (int first = 0; first < neurons; first += block)
            {
                int length = (block * layout.Stride) + shared, place = first * layout.Stride;
                var equations = new NeuronEquations(points, options, slopes, initial, first, block, neurons);
                double[] state = new double[length];
                initial.AsSpan(place, block * layout.Stride).CopyTo(state);
                var control = new StepControl(layout, options.Tolerance, slopes.Kinks, state, block);
                var integrator = new AdaptiveIntegrator(length, equations.Derivative, control.Of, control.Reach);
                state.CopyTo(samples[0], place);
                for (int i = 1; i < times.Count; i++)
                {
                    integrator.Advance(state, times[i - 1], times[i]);
                    state.CopyTo(samples[i], place);
                }
            }

            return true;
        });
        return new WeightDynamicsResult(points, options, neurons, [.. times], samples);
    }
}
