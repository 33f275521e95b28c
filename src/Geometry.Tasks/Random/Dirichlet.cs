using Geometry.Seeding;

namespace Geometry.Tasks;

/// <summary>Random points of a simplex.</summary>
internal static class Dirichlet
{
    /// <summary>
    /// Draws from the symmetric Dirichlet distribution with the parameter 1 / <paramref name="spread"/>: for a small spread all shares are nearly
    /// equal, for a large one few are all. Spread 0 gives equal shares.
    /// </summary>
    public static double[] Draw(int count, double spread, RandomStream stream)
    {
        double[] shares = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += shares[i] = spread == 0 ? 1 : NextGamma(1 / spread, stream);
        }

        return Array.ConvertAll(shares, share => share / sum);
    }

    // Marsaglia and Tsang (2000), for shapes of at least 1; smaller ones by the factor u^(1 / shape) from the next larger one.
    private static double NextGamma(double shape, RandomStream stream)
    {
        if (shape < 1)
        {
            return NextGamma(shape + 1, stream) * Math.Pow(1 - stream.NextDouble(), 1 / shape);
        }

        double d = shape - (1 / 3d), c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double normal = stream.NextGaussian(), cube = Math.Pow(1 + (c * normal), 3);
            if (cube > 0 && Math.Log(1 - stream.NextDouble()) < (normal * normal / 2) + (d * (1 - cube + Math.Log(cube))))
            {
                return d * cube;
            }
        }
    }
}
