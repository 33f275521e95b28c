namespace Geometry.Networks;

/// <summary>The trajectories of neurons and what they say about the layer. Samples are counted from 0, the start.</summary>
public sealed partial class WeightDynamicsResult
{
    private readonly double[][] _samples;
    private readonly NeuronLayout _layout;

    internal WeightDynamicsResult(LearningPoints points, WeightDynamicsOptions options, int neurons, IReadOnlyList<double> times, double[][] samples)
    {
        (Points, Options, Neurons, Times, _samples) = (points, options, neurons, times, samples);
        _layout = new NeuronLayout(points.Count, points.TargetCount);
    }

    /// <summary>Gets the conditions.</summary>
    public LearningPoints Points { get; }

    /// <summary>Gets the switches.</summary>
    public WeightDynamicsOptions Options { get; }

    /// <summary>Gets the number of neurons.</summary>
    public int Neurons { get; }

    /// <summary>Gets the time of each sample, from 0.</summary>
    public IReadOnlyList<double> Times { get; }

    /// <summary>Gets the number of the last sample.</summary>
    public int Last => Times.Count - 1;

    /// <summary>Gives a preactivation, bias included.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="neuron">The neuron.</param>
    /// <param name="condition">The condition.</param>
    /// <returns>w x_i + b.</returns>
    public double Preactivation(int sample, int neuron, int condition)
    {
        ReadOnlySpan<double> state = Neuron(sample, neuron);
        return state[..Points.Count][condition] + state[_layout.Bias];
    }

    /// <summary>Gives an output weight times the root of the number of neurons, so that it starts at +-1.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="neuron">The neuron.</param>
    /// <param name="target">The output, from 0.</param>
    /// <returns>The weight.</returns>
    public double Readout(int sample, int neuron, int target = 0) => Neuron(sample, neuron)[_layout.Readout..][target];

    /// <summary>Says which class of an output a neuron prefers: that of target 1 if its initial output weight is positive.</summary>
    /// <param name="neuron">The neuron.</param>
    /// <param name="target">The output, from 0.</param>
    /// <returns>Whether it is the class of target 1.</returns>
    public bool PrefersPositive(int neuron, int target = 0) => Readout(0, neuron, target) > 0;

    /// <summary>Gives the coordinates of a neuron's weights in the plane of its preferred class.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="neuron">The neuron.</param>
    /// <param name="positive">The plane of neurons that prefer the class of target 1.</param>
    /// <param name="negative">The plane of the others.</param>
    /// <returns>The coordinate along the inter-class axis and along the intra-class axis.</returns>
    public (double Inter, double Intra) Coordinates(int sample, int neuron, SelectivityPlane positive, SelectivityPlane negative)
    {
        ArgumentNullException.ThrowIfNull(positive);
        ArgumentNullException.ThrowIfNull(negative);
        SelectivityPlane plane = PrefersPositive(neuron, positive.Target) ? positive : negative;
        return plane.Project(Neuron(sample, neuron)[..Points.Count]);
    }

    /// <summary>Gives the responses of all neurons to the noise-free conditions.</summary>
    /// <param name="sample">The sample.</param>
    /// <returns>f(w x_i + b), m x neurons, row-major.</returns>
    public double[] Responses(int sample)
    {
        int m = Points.Count;
        double[] u = new double[m * Neurons], values = new double[u.Length];
        for (int k = 0; k < Neurons; k++)
        {
            for (int i = 0; i < m; i++)
            {
                u[(i * Neurons) + k] = Preactivation(sample, k, i);
            }
        }

        Options.Nonlinearity.Evaluate(u, values, new double[u.Length]);
        return values;
    }

    /// <summary>Gives the state between two samples, as a result of one sample.</summary>
    /// <param name="time">A time from 0 to the last sample's.</param>
    /// <returns>The neurons then, interpolated linearly, and the start.</returns>
    internal WeightDynamicsResult At(double time)
    {
        int after = Math.Max(1, Times.ToList().FindIndex(sample => sample >= time));
        double part = (time - Times[after - 1]) / (Times[after] - Times[after - 1]);
        double[] state = new double[_samples[0].Length];
        for (int i = 0; i < state.Length; i++)
        {
            state[i] = ((1 - part) * _samples[after - 1][i]) + (part * _samples[after][i]);
        }

        return new WeightDynamicsResult(Points, Options, Neurons, [0, time], [_samples[0], state]);
    }

    private ReadOnlySpan<double> Neuron(int sample, int neuron)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(neuron);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(neuron, Neurons);
        return _samples[sample].AsSpan(neuron * _layout.Stride, _layout.Stride);
    }
}
