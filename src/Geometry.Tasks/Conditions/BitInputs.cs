using Geometry.Seeding;

namespace Geometry.Tasks;

/// <summary>Inputs that are bits of -1 and 1, as they are or embedded in more dimensions.</summary>
internal static class BitInputs
{
    /// <summary>
    /// Makes the means: the bits themselves where there are as many features, else sqrt(dimensions / bits) times their sum over random
    /// orthonormal directions. Either way a mean has the squared norm <paramref name="dimensions"/>.
    /// </summary>
    public static double[] Create(BinaryConditions conditions, int dimensions, RandomStream stream)
    {
        double[] signs = Array.ConvertAll(conditions.Latents, bit => bit ? 1d : -1d);
        return dimensions == conditions.Bits
            ? signs
            : Orthonormal.Embed(signs, conditions.Bits, dimensions, Math.Sqrt((double)dimensions / conditions.Bits), stream);
    }

    /// <summary>Checks that the bits have room.</summary>
    public static void Check(SettingChecks checks, int bits, int dimensions) => checks.Require(
        dimensions >= bits, nameof(GeometryTask.Dimensions), dimensions,
        $"must be at least {bits}, one feature a bit, because bits are embedded in orthogonal directions; {bits} itself gives the raw bits.");
}
