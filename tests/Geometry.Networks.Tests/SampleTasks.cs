using Geometry.Seeding;

namespace Geometry.Networks.Tests;

/// <summary>Small training sets with known structure.</summary>
internal static class SampleTasks
{
    /// <summary>Four centred Gaussian conditions, the first two of class 0: the unstructured binary task.</summary>
    public static TrainingSet Unstructured(int rows, int width = 50, double noise = 0.5, long seed = 1) =>
        new(UnstructuredRows(rows, width, noise, seed), width, TrainingTargets.Binary(UnstructuredTargets(rows)));

    /// <summary>The noise-free conditions of <see cref="Unstructured"/>.</summary>
    public static float[] Conditions(int width = 50, long seed = 1)
    {
        float[] means = new float[4 * width];
        new RandomStream(seed, StreamNames.Task).FillGaussian(means.AsSpan());
        for (int column = 0; column < width; column++)
        {
            float mean = Enumerable.Range(0, 4).Average(condition => means[(condition * width) + column]);
            for (int condition = 0; condition < 4; condition++)
            {
                means[(condition * width) + column] -= mean;
            }
        }

        return means;
    }

    private static float[] UnstructuredRows(int rows, int width, double noise, long seed)
    {
        float[] means = Conditions(width, seed), values = new float[rows * width];
        new RandomStream(seed, StreamNames.Noise).FillGaussian(values.AsSpan());
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = means[(i / width % 4 * width) + (i % width)] + ((float)noise * values[i]);
        }

        return values;
    }

    private static float[] UnstructuredTargets(int rows) => [.. Enumerable.Range(0, rows).Select(row => row % 4 >= 2 ? 1f : 0f)];
}
