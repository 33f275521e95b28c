namespace Geometry.Scores;

/// <summary>The standard normal distribution.</summary>
internal static class Normal
{
    /// <summary>The probability of a value above <paramref name="z"/>, to about 14 digits.</summary>
    public static double UpperTail(double z)
    {
        if (z < 0)
        {
            return 1 - UpperTail(-z);
        }

        // A series near the middle, and the continued fraction of Mills' ratio in the tail.
        var density = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
        if (z < 3)
        {
            var term = z;
            var sum = z;
            for (var k = 1; term > 1e-17 * sum; k++)
            {
                term *= z * z / (2 * k + 1);
                sum += term;
            }

            return 0.5 - density * sum;
        }

        var fraction = z;
        for (var k = 100; k >= 1; k--)
        {
            fraction = z + k / fraction;
        }

        return density / fraction;
    }

    /// <summary>The value below which a standard normal number lies with probability <paramref name="probability"/>, between 0 and 1.</summary>
    public static double Quantile(double probability)
    {
        var low = -40.0;
        var high = 40.0;
        for (var step = 0; step < 80; step++)
        {
            var middle = (low + high) / 2;
            if (1 - UpperTail(middle) < probability)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }

        return (low + high) / 2;
    }
}
