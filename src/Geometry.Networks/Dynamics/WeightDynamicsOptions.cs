using System.Globalization;

namespace Geometry.Networks;

/// <summary>
/// What drives the weights of a hidden layer. The defaults are the simplified dynamics: a fixed readout of +-1, errors frozen at their initial
/// values, neurons independent of one another, biases that are not trained, no noise.
/// </summary>
public sealed record WeightDynamicsOptions
{
    /// <summary>Gets the function of the neurons; one of the user's own is differentiated by autograd.</summary>
    /// <value>Default: <see cref="Nonlinearity.Tanh"/>.</value>
    public Nonlinearity Nonlinearity { get; init; } = Nonlinearity.Tanh;

    /// <summary>Gets the number of neurons. Half of them have readout +1 for an output and half -1, in turn.</summary>
    /// <value>From 2 to 1,000,000. Default: 1000.</value>
    public int Neurons { get; init; } = 1000;

    /// <summary>Gets the factor of the initial weights, which are normal with standard deviation gain / sqrt(D).</summary>
    /// <value>Greater than 0. Default: 1.</value>
    public double Gain { get; init; } = 1;

    /// <summary>Gets the factor of the initial biases, which are normal with standard deviation biasGain / sqrt(D).</summary>
    /// <value>At least 0. Default: 0.</value>
    public double BiasGain { get; init; }

    /// <summary>Gets the standard deviation of Gaussian noise on each feature, over which the gradient is averaged.</summary>
    /// <value>At least 0. Default: 0.</value>
    public double Noise { get; init; }

    /// <summary>
    /// Gets whether the averaged gradient has its radial term, noise^2 E[f''] w, which comes from the covariance of the noise with f'. Without
    /// it the gradient is that of the studies that only smooth f'.
    /// </summary>
    /// <value>Default: true.</value>
    public bool RadialTerm { get; init; } = true;

    /// <summary>Gets the nodes of the Gauss-Hermite quadrature that averages over noise.</summary>
    /// <value>From 2 to 60. Default: 20.</value>
    public int QuadratureNodes { get; init; } = 20;

    /// <summary>
    /// Gets whether the errors are those of the network's present outputs, target minus sigmoid(output), where they are frozen otherwise. Without
    /// noise the dynamics are then those of full-batch gradient flow, exactly; with noise the output is averaged before the error is taken.
    /// </summary>
    /// <value>Default: false.</value>
    public bool RecomputeErrors { get; init; }

    /// <summary>Gets whether the output weights, and with recomputed errors the output biases, are trained.</summary>
    /// <value>Default: false.</value>
    public bool TrainReadout { get; init; }

    /// <summary>Gets whether the biases of the neurons are trained.</summary>
    /// <value>Default: false.</value>
    public bool LearnBias { get; init; }

    /// <summary>
    /// Gets how long to integrate, in multiples of the time in which a neuron of slope 1 moves by the initial standard deviation of a
    /// preactivation: 2 gain / (sqrt(D) r), with r the root mean square norm of the inputs.
    /// </summary>
    /// <value>Greater than 0. Default: 50.</value>
    public double Duration { get; init; } = 50;

    /// <summary>Gets how many moments are recorded besides the start, at quadratically growing times.</summary>
    /// <value>From 1 to 10,000. Default: 40.</value>
    public int Samples { get; init; } = 40;

    /// <summary>
    /// Gets the error of one step relative to a preactivation, or to the smallest initial one of the neuron where that is larger: steps are
    /// small against the initial preactivations as long as these matter, and end at the kinks of the nonlinearity.
    /// </summary>
    /// <value>From 1e-7 to 0.1. Default: 0.001.</value>
    public double Tolerance { get; init; } = 1e-3;

    /// <summary>Gets the seed of the initial weights and biases.</summary>
    /// <value>Any number. Default: 1.</value>
    public long Seed { get; init; } = MlpOptions.DefaultSeed;

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">At least one setting is out of range; the message lists each with its value and allowed range.</exception>
    public void Validate()
    {
        List<string> violations = [];
        void Require(bool valid, string name, object? value, string range)
        {
            if (!valid)
            {
                violations.Add($"  {name} = {Convert.ToString(value ?? "null", CultureInfo.InvariantCulture)}: must be {range}.");
            }
        }

        Require(Nonlinearity is not null, nameof(Nonlinearity), Nonlinearity, "not null");
        Require(Neurons is >= 2 and <= 1_000_000, nameof(Neurons), Neurons, "from 2 to 1000000");
        Require(Gain > 0 && double.IsFinite(Gain), nameof(Gain), Gain, "a finite number greater than 0");
        Require(BiasGain >= 0 && double.IsFinite(BiasGain), nameof(BiasGain), BiasGain, "a finite number of at least 0");
        Require(Noise >= 0 && double.IsFinite(Noise), nameof(Noise), Noise, "a finite number of at least 0");
        Require(QuadratureNodes is >= 2 and <= 60, nameof(QuadratureNodes), QuadratureNodes, "from 2 to 60");
        Require(Duration > 0 && double.IsFinite(Duration), nameof(Duration), Duration, "a finite number greater than 0");
        Require(Samples is >= 1 and <= 10_000, nameof(Samples), Samples, "from 1 to 10000");
        Require(Tolerance is >= 1e-7 and <= 0.1, nameof(Tolerance), Tolerance, "from 1e-07 to 0.1");
        if (violations.Count > 0)
        {
            string count = violations.Count == 1 ? "1 setting" : $"{violations.Count} settings";
            throw new ArgumentException($"WeightDynamicsOptions has {count} out of range:\n{string.Join('\n', violations)}");
        }
    }
}
