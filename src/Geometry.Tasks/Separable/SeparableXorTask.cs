using Geometry.Seeding;

namespace Geometry.Tasks;

/// <summary>
/// XOR, or the parity of n bits, with a nudge of adjustable size that makes it linearly separable (Alleman, Lindsey, Fusi 2024, Figs. 2 and 3).
/// The features are divided in n + 1 blocks; each bit, as -1 or 1, scales a random direction in a block of its own, and the parity,
/// times <see cref="Separability"/>, one in the last block. For two bits separability 0 is pure XOR, and 1 the centred simplex, which has
/// the geometry of the unstructured task.
/// </summary>
public sealed class SeparableXorTask : GeometryTask
{
    private const int MaxBits = 8;

    /// <summary>Gets the number of bits, n; there are 2^n conditions.</summary>
    /// <value>From 2 to 8. Default: 2.</value>
    public int Bits { get; init; } = 2;

    /// <summary>Gets the size of the parity's block next to that of a bit, epsilon.</summary>
    /// <value>From 0 to 1,000. Default: 0.5.</value>
    public double Separability { get; init; } = 0.5;

    /// <summary>Gets e^2 / sqrt(n + e^4) with e the separability: for two bits 0 at 0, .174 at .5 and .577 at 1.</summary>
    public override double ClosedFormAlignment
    {
        get
        {
            double square = Separability * Separability;
            return square / Math.Sqrt(Bits + (square * square));
        }
    }

    /// <inheritdoc/>
    protected override void Check(SettingChecks checks)
    {
        ArgumentNullException.ThrowIfNull(checks);
        checks.Require(Bits is >= 2 and <= MaxBits, nameof(Bits), Bits, $"must be from 2 to {MaxBits}, because there are 2^Bits conditions and one bit has no parity to learn.");
        checks.Require(Separability is >= 0 and <= 1000, nameof(Separability), Separability,
            "must be from 0 to 1000; a negative one is the positive one with the two classes exchanged.");
        checks.Require(Dimensions > Bits, nameof(Dimensions), Dimensions, $"must be at least {Bits + 1}, because each bit and the parity have features of their own.");
    }

    /// <inheritdoc/>
    protected override TaskLayout CreateLayout()
    {
        var conditions = new BinaryConditions(Bits);
        int parity = conditions.Count - 1;
        double[] means = new double[conditions.Count * Dimensions];
        double size = Math.Sqrt(Dimensions / (Bits + 1d));
        for (int block = 0; block <= Bits; block++)
        {
            // Blocks whose sizes differ by at most one, where the features cannot be divided evenly.
            int start = (int)((long)block * Dimensions / (Bits + 1)), end = (int)((block + 1L) * Dimensions / (Bits + 1));
            double[] direction = DrawDirection(end - start, OpenTaskStream().Fork("direction").Fork(block));
            double weight = block == Bits ? size * Separability : size;
            for (int condition = 0; condition < conditions.Count; condition++)
            {
                double value = weight * BinaryConditions.Sign(condition, block == Bits ? parity : conditions.Single(block));
                for (int i = start; i < end; i++)
                {
                    means[(condition * Dimensions) + i] = value * direction[i - start];
                }
            }
        }

        return conditions.Layout([conditions.ParityName(parity)], means, conditions.Parity(parity));
    }

    // A half-normal vector of length 1.
    private static double[] DrawDirection(int length, RandomStream stream)
    {
        double[] direction = new double[length];
        stream.FillGaussian(direction.AsSpan());
        double norm = Math.Sqrt(CentredKernel.Inner(direction, direction));
        return Array.ConvertAll(direction, value => Math.Abs(value) / norm);
    }
}
