using Geometry.Seeding;

namespace Geometry.Networks.Tests;

/// <summary>Four conditions, two a class, in geometries with known dynamics.</summary>
internal static class SamplePoints
{
    public const double Radius = 10;

    private static readonly float[] s_targets = [1, 1, 0, 0];

    /// <summary>Orthogonal inputs, not centred.</summary>
    public static LearningPoints Orthogonal() => Make((i, j) => i == j ? Radius : 0, 4, s_targets);

    /// <summary>Orthogonal inputs with their mean subtracted: the centred simplex.</summary>
    public static LearningPoints Simplex() => Make((i, j) => Radius * ((i == j ? 1 : 0) - 0.25), 4, s_targets);

    /// <summary>Exclusive or of the two features.</summary>
    public static LearningPoints Xor() => Make((i, j) => Radius * (j == 0 ? (i < 2 ? 1 : -1) : (i % 2 == 0 ? 1 : -1)), 2, [1, 0, 0, 1]);

    /// <summary>Random inputs.</summary>
    public static LearningPoints Random(int dimensions = 30, int conditions = 4, long seed = 1)
    {
        double[] values = new double[conditions * dimensions];
        new RandomStream(seed, "points").FillGaussian(values.AsSpan());
        return new LearningPoints(values, dimensions, Enumerable.Range(0, conditions).Select(i => i < conditions / 2 ? 1f : 0f).ToArray());
    }

    private static LearningPoints Make(Func<int, int, double> input, int dimensions, float[] targets) =>
        new(Enumerable.Range(0, 4 * dimensions).Select(place => input(place / dimensions, place % dimensions)).ToArray(), dimensions, targets);
}
