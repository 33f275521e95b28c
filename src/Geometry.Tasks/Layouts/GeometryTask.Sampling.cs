using Geometry.Seeding;

namespace Geometry.Tasks;

public abstract partial class GeometryTask
{
    /// <summary>Draws rows, each of a condition chosen uniformly at random.</summary>
    /// <param name="rows">The number of rows; at least 1. More rows with the same seed start with the same rows.</param>
    /// <param name="seed">The seed of the rows; use another one for test rows.</param>
    /// <returns>The rows.</returns>
    public TaskSample Sample(int rows, long seed) => Sample(rows, new RandomStream(seed, StreamNames.Noise));

    /// <summary>Draws rows, each of a condition chosen uniformly at random.</summary>
    /// <param name="rows">The number of rows; at least 1. More rows of the same stream start with the same rows.</param>
    /// <param name="stream">Where the random numbers come from, by child streams; the stream itself does not advance.</param>
    /// <returns>The rows.</returns>
    public TaskSample Sample(int rows, RandomStream stream)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, Array.MaxLength / Math.Max(Dimensions, TargetCount));
        ArgumentNullException.ThrowIfNull(stream);
        int[] conditions = new int[rows];
        float[] features = new float[rows * Dimensions], targets = new float[rows * TargetCount];
        float[] means = Array.ConvertAll(Layout.Means.ToArray(), mean => (float)mean);
        RandomStream choice = stream.Fork("condition");
        NoiseSource.Fill(features, NoiseLaw, NoiseDegreesOfFreedom, stream.Fork("input"));
        float noise = (float)Noise;
        for (int row = 0; row < rows; row++)
        {
            int condition = conditions[row] = choice.NextInt32(ConditionCount);
            ReadOnlySpan<float> mean = means.AsSpan(condition * Dimensions, Dimensions);
            Span<float> input = features.AsSpan(row * Dimensions, Dimensions);
            for (int i = 0; i < input.Length; i++)
            {
                input[i] = mean[i] + (noise * input[i]);
            }

            Layout.Targets.Span.Slice(condition * TargetCount, TargetCount).CopyTo(targets.AsSpan(row * TargetCount));
        }

        return new TaskSample(rows, Dimensions, TargetCount, features, conditions, targets);
    }
}
