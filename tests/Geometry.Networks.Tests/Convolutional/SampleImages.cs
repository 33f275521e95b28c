using Geometry.Seeding;

namespace Geometry.Networks.Tests.Convolutional;

/// <summary>Small images with a bright quadrant, which is their class, and noise.</summary>
internal static class SampleImages
{
    public const int Side = 8, Classes = 4;

    public static ConvNetOptions Options { get; } = new()
    {
        ImageShape = [1, Side, Side], Architecture = ConvNetArchitecture.Parse("conv(4) pool conv(6) pool dense(8)"), Epochs = 3, BatchSize = 16, Seed = 7,
    };

    public static TrainingSet Set(int rows = 96, int channels = 1, long seed = 1)
    {
        var images = new float[rows * channels * Side * Side];
        new RandomStream(seed, StreamNames.Noise).FillGaussian(images.AsSpan());
        int[] classes = [.. Enumerable.Range(0, rows).Select(row => row % Classes)];
        for (int i = 0; i < images.Length; i++)
        {
            int row = i / (channels * Side * Side), y = i / Side % Side, x = i % Side;
            int quadrant = (y / (Side / 2) * 2) + (x / (Side / 2));
            images[i] = (0.5f * images[i]) + (quadrant == classes[row] ? 1 : 0);
        }

        return new TrainingSet(images, channels * Side * Side, TrainingTargets.Classes(classes, Classes));
    }

    /// <summary>All numbers of a network.</summary>
    public static float[] Weights(ConvNet network) => [.. network.Arrays().SelectMany(array => TensorMemory.ToArray(array.Values))];
}
