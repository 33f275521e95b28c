namespace Microsoft.ML.Transforms;

/// <summary>The error function to double precision.</summary>
internal static class ErrorFunction
{
    private const double SeriesLimit = 2.5;
    private const double Saturation = 6;

    public static double Erf(double x)
    {
        double size = Math.Abs(x);
        if (double.IsNaN(x)) return x;
        if (size >= Saturation) return Math.Sign(x);
        return size < SeriesLimit ? Series(x) : Math.Sign(x) * (1 - Complement(size));
    }

    // exp(-x^2) 2x/sqrt(pi) (1 + 2x^2/3 + (2x^2)^2/(3 5) + ...): all terms have one sign, so nothing cancels.
    private static double Series(double x)
    {
        double term = 1, sum = 1;
        for (int n = 1; term > 1e-17 * sum; n++)
        {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }

        return 2 * x / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    // The continued fraction x + (1/2)/(x + 1/(x + (3/2)/(x + ...))), from the inside out.
    private static double Complement(double x)
    {
        double fraction = x;
        for (int n = 60; n >= 1; n--) fraction = x + n / 2.0 / fraction;
        return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * fraction);
    }
}
