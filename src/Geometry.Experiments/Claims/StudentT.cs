namespace Geometry.Experiments;

/// <summary>Student's distribution, for intervals of means.</summary>
internal static class StudentT
{
    /// <summary>Gives the t that is not exceeded in absolute value with a probability.</summary>
    /// <param name="confidence">The probability, above 0 and below 1.</param>
    /// <param name="degrees">The degrees of freedom, at least 1.</param>
    public static double TwoSided(double confidence, int degrees)
    {
        double low = 0, high = 1;
        while (Within(high, degrees) < confidence)
        {
            high *= 2;
        }

        while (high - low > 1e-12 * high)
        {
            double middle = (low + high) / 2;
            (low, high) = Within(middle, degrees) < confidence ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    // The probability of |T| <= t. For whole degrees of freedom it is a finite sum (Abramowitz and Stegun, 26.7.3 and 26.7.4).
    private static double Within(double t, int degrees)
    {
        double angle = Math.Atan(t / Math.Sqrt(degrees)), cosine = Math.Cos(angle), square = cosine * cosine;
        bool odd = degrees % 2 == 1;
        double term = odd ? cosine : 1, sum = degrees == 1 ? 0 : term;
        for (int k = odd ? 3 : 2; k < degrees - 1; k += 2)
        {
            term *= square * (k - 1) / k;
            sum += term;
        }

        return odd ? 2 / Math.PI * (angle + (Math.Sin(angle) * sum)) : Math.Sin(angle) * sum;
    }
}
