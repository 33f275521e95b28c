namespace Geometry.Networks;

/// <content>What the neurons say together.</content>
public sealed partial class WeightDynamicsResult
{
    /// <summary>Gives how far the weights have moved, relative to where they started.</summary>
    /// <param name="sample">The sample.</param>
    /// <returns>|W - W0| / |W0|, or null where the initial weights are 0.</returns>
    public double? WeightGrowth(int sample)
    {
        double moved = 0, initial = 0;
        for (int k = 0; k < Neurons; k++)
        {
            ReadOnlySpan<double> now = Neuron(sample, k);
            double start = Neuron(0, k)[_layout.SquaredNorm];
            moved += Math.Max(0, now[_layout.SquaredNorm] - (2 * now[_layout.Overlap]) + start);
            initial += start;
        }

        return initial > 0 ? Math.Sqrt(moved / initial) : null;
    }

    /// <summary>Gives the centred alignment of the layer's kernel over the conditions with that of the targets.</summary>
    /// <param name="sample">The sample.</param>
    /// <returns>From 0 to 1, or null where the responses do not vary.</returns>
    public double? TargetAlignment(int sample) => PointAlignment.WithTargets(Responses(sample), Points);

    /// <summary>Gives the centred alignment of the layer's kernel over the conditions with that of the inputs.</summary>
    /// <param name="sample">The sample.</param>
    /// <returns>From 0 to 1, or null where the responses or the inputs do not vary.</returns>
    public double? InputAlignment(int sample) => PointAlignment.WithInputs(Responses(sample), Points);

    /// <summary>Gives the outputs for the noise-free conditions.</summary>
    /// <param name="sample">The sample.</param>
    /// <returns>Logits, m x outputs, row-major.</returns>
    public double[] Outputs(int sample)
    {
        int m = Points.Count, q = Points.TargetCount;
        double[] responses = Responses(sample), outputs = new double[m * q];
        int shared = Neurons * _layout.Stride;
        for (int i = 0; i < m; i++)
        {
            for (int output = 0; output < q; output++)
            {
                double sum = 0;
                for (int k = 0; k < Neurons; k++)
                {
                    sum += Neuron(sample, k)[_layout.Readout + output] * responses[(i * Neurons) + k];
                }

                outputs[(i * q) + output] = (sum / Math.Sqrt(Neurons)) + (_samples[sample].Length > shared ? _samples[sample][shared + output] : 0);
            }
        }

        return outputs;
    }

    /// <summary>Gives the mean Bernoulli negative log-likelihood of the targets over the noise-free conditions and outputs.</summary>
    /// <param name="sample">The sample.</param>
    /// <returns>The loss, at least 0.</returns>
    public double Loss(int sample) => PointAlignment.Loss(Outputs(sample), Points);

    /// <summary>Counts how selective the neurons are within the class that they prefer.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="target">The output, from 0. Default: 0.</param>
    /// <param name="threshold">
    /// The part of its largest response that a neuron must reach at a condition to be selective to it, from 0 to 1. Default: 0.5.
    /// </param>
    /// <returns>The fractions.</returns>
    public SelectivityFractions Selectivity(int sample, int target = 0, double threshold = SelectivityFractions.DefaultThreshold)
    {
        NeuronSelectivity[] neurons = SelectivityOf(sample, target, threshold);
        double Fraction(NeuronSelectivity kind) => neurons.Count(neuron => neuron == kind) / (double)neurons.Length;
        return new SelectivityFractions(
            Fraction(NeuronSelectivity.All), Fraction(NeuronSelectivity.Some), Fraction(NeuronSelectivity.None), neurons.Length);
    }

    /// <summary>Says how selective each neuron is within the class that it prefers.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="target">The output, from 0. Default: 0.</param>
    /// <param name="threshold">
    /// The part of its largest response that a neuron must reach at a condition to be selective to it, from 0 to 1. Default: 0.5.
    /// </param>
    /// <returns>One value a neuron.</returns>
    /// <remarks>
    /// Responses are taken relative to the mean response to the class that is not preferred. A neuron whose largest is not above a tenth of the mean
    /// of the neurons' largest is selective to none.
    /// </remarks>
    public NeuronSelectivity[] SelectivityOf(int sample, int target = 0, double threshold = SelectivityFractions.DefaultThreshold)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threshold);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threshold, 1);
        return SelectivityFractions.Classify(
            Responses(sample), Points, target, [.. Enumerable.Range(0, Neurons).Select(k => PrefersPositive(k, target))], threshold);
    }

    /// <summary>
    /// Counts the neurons that start out driven by some conditions of their preferred class and not by others (high intra-class selectivity), and how
    /// many of them have become selective to the whole class. Noise makes such neurons escape in ReLU networks.
    /// </summary>
    /// <param name="sample">The sample.</param>
    /// <param name="target">The output, from 0. Default: 0.</param>
    /// <returns>The counts.</returns>
    public EscapeCount Escape(int sample, int target = 0)
    {
        NeuronSelectivity[] now = SelectivityOf(sample, target);
        int[][] classes = [[.. Points.Class(target, false)], [.. Points.Class(target, true)]];
        int high = 0, escaped = 0;
        for (int k = 0; k < Neurons; k++)
        {
            int[] preferred = classes[PrefersPositive(k, target) ? 1 : 0];
            int driven = preferred.Count(condition => Preactivation(0, k, condition) > 0);
            if (driven > 0 && driven < preferred.Length)
            {
                high++;
                escaped += now[k] == NeuronSelectivity.All ? 1 : 0;
            }
        }

        return new EscapeCount(high, escaped);
    }
}
