namespace Geometry.Networks;

/// <summary>Gauss-Hermite quadrature for a standard normal variable: E[g(xi)] = sum of weight times g(node).</summary>
internal static class GaussHermite
{
    /// <summary>Computes the nodes and weights of a rule that is exact for polynomials of degree below 2 * <paramref name="count"/>.</summary>
    /// <param name="count">The number of nodes, from 2 to 60.</param>
    /// <returns>Nodes in ascending order, and weights that add up to 1.</returns>
    public static (double[] Nodes, double[] Weights) Rule(int count)
    {
        double[] nodes = new double[count], weights = new double[count];
        // The roots of the normalised Hermite polynomial interlace, so scanning for changes of sign finds each of them once.
        double bound = Math.Sqrt(4d * count + 2), step = bound / (100d * count);
        int found = 0;
        for (double left = -bound; found < count; left += step)
        {
            double right = left + step;
            if (Evaluate(count, left).Value * Evaluate(count, right).Value > 0)
            {
                continue;
            }

            double root = Bisect(count, left, right);
            double previous = Evaluate(count, root).Previous;
            nodes[found] = root;
            weights[found++] = 1 / (count * previous * previous);
        }

        return (nodes, weights);
    }

    private static double Bisect(int count, double left, double right)
    {
        double sign = Math.Sign(Evaluate(count, left).Value);
        for (int i = 0; i < 80; i++)
        {
            double middle = (left + right) / 2;
            if (Math.Sign(Evaluate(count, middle).Value) == sign)
            {
                left = middle;
            }
            else
            {
                right = middle;
            }
        }

        return (left + right) / 2;
    }

    // Probabilists' Hermite polynomials, normalised so that E[p_i p_j] = [i = j]: sqrt(n) p_n = x p_(n-1) - sqrt(n-1) p_(n-2).
    private static (double Value, double Previous) Evaluate(int degree, double x)
    {
        double previous = 0, value = 1;
        for (int n = 1; n <= degree; n++)
        {
            (previous, value) = (value, (x * value - Math.Sqrt(n - 1) * previous) / Math.Sqrt(n));
        }

        return (value, previous);
    }
}
