namespace Geometry.Networks;

/// <summary>The standard normal law in double precision.</summary>
internal static class NormalLaw
{
    private const double SeriesEnd = 3;

    /// <summary>The density.</summary>
    public static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>The probability of a value below <paramref name="x"/>, to about 14 digits.</summary>
    public static double Cdf(double x)
    {
        double z = Math.Abs(x), above = z < SeriesEnd ? 0.5 - (Density(z) * Series(z)) : Density(z) / Fraction(z);
        return x < 0 ? above : 1 - above;
    }

    // The sum of z^(2k+1) / (1 * 3 * ... * (2k+1)).
    private static double Series(double z)
    {
        double term = z, sum = z;
        for (int k = 1; term > 1e-17 * sum; k++)
        {
            term *= z * z / ((2 * k) + 1);
            sum += term;
        }

        return sum;
    }

    // Mills' ratio, inverted, as a continued fraction.
    private static double Fraction(double z)
    {
        double fraction = z;
        for (int k = 60; k >= 1; k--)
        {
            fraction = z + (k / fraction);
        }

        return fraction;
    }
}
