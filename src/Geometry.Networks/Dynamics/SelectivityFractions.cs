namespace Geometry.Networks;

/// <summary>The fractions of neurons that are selective to all, some or none of the conditions of the class that they prefer.</summary>
/// <param name="All">To all: with two conditions a class, to both.</param>
/// <param name="Some">To some: with two conditions a class, to one.</param>
/// <param name="None">To none.</param>
/// <param name="Neurons">The number of neurons.</param>
public sealed record SelectivityFractions(double All, double Some, double None, int Neurons)
{
    /// <summary>The part of its largest response that a neuron must reach at a condition to count as selective to it.</summary>
    public const double DefaultThreshold = 0.5;

    private const double SilentPart = 0.1;

    /// <summary>Classifies neurons by their responses, m x neurons.</summary>
    internal static NeuronSelectivity[] Classify(
        ReadOnlySpan<double> responses, LearningPoints points, int target, IReadOnlyList<bool> prefersPositive, double threshold)
    {
        int neurons = prefersPositive.Count;
        IReadOnlyList<int>[] classes = [points.Class(target, false), points.Class(target, true)];
        double[] largest = new double[neurons], others = new double[neurons];
        for (int k = 0; k < neurons; k++)
        {
            IReadOnlyList<int> preferred = classes[prefersPositive[k] ? 1 : 0], other = classes[prefersPositive[k] ? 0 : 1];
            foreach (int condition in other)
            {
                others[k] += responses[(condition * neurons) + k] / other.Count;
            }

            largest[k] = double.NegativeInfinity;
            foreach (int condition in preferred)
            {
                largest[k] = Math.Max(largest[k], responses[(condition * neurons) + k] - others[k]);
            }
        }

        double silent = SilentPart * largest.Average(value => Math.Max(0, value));
        var result = new NeuronSelectivity[neurons];
        for (int k = 0; k < neurons; k++)
        {
            IReadOnlyList<int> preferred = classes[prefersPositive[k] ? 1 : 0];
            int reached = 0;
            foreach (int condition in preferred)
            {
                reached += responses[(condition * neurons) + k] - others[k] >= threshold * largest[k] ? 1 : 0;
            }

            result[k] = largest[k] <= silent ? NeuronSelectivity.None : reached == preferred.Count ? NeuronSelectivity.All : NeuronSelectivity.Some;
        }

        return result;
    }
}
