using Geometry.Seeding;

namespace Geometry.Tasks;

/// <summary>Random orthonormal vectors.</summary>
internal static class Orthonormal
{
    // Below this part of its length, what is left of a vector after projections is rounding.
    private const double Negligible = 1e-9;

    /// <summary>Draws orthonormal rows, uniform (Haar) among those that are orthogonal to the given orthonormal rows.</summary>
    /// <param name="count">The number of rows; with those given at most <paramref name="width"/>.</param>
    /// <param name="width">The length of a row.</param>
    /// <param name="stream">The source of the random numbers.</param>
    /// <param name="orthogonalTo">Orthonormal rows of the same length.</param>
    public static double[][] Draw(int count, int width, RandomStream stream, IReadOnlyList<double[]>? orthogonalTo = null)
    {
        List<double[]> basis = [.. orthogonalTo ?? []];
        int given = basis.Count;
        double[] row = new double[width];
        while (basis.Count < given + count)
        {
            stream.FillGaussian(row.AsSpan());
            Extend(basis, row);
        }

        return [.. basis.Skip(given)];
    }

    /// <summary>Makes an orthonormal basis of what the given vectors span.</summary>
    public static List<double[]> Basis(IEnumerable<double[]> vectors)
    {
        List<double[]> basis = [];
        foreach (double[] vector in vectors)
        {
            Extend(basis, vector);
        }

        return basis;
    }

    /// <summary>Maps coordinates to sums of random orthonormal directions.</summary>
    /// <param name="coordinates">Row-major, rows x <paramref name="components"/>.</param>
    /// <param name="components">The number of coordinates of a row.</param>
    /// <param name="dimensions">The number of features; at least <paramref name="components"/>.</param>
    /// <param name="factor">A factor on everything.</param>
    /// <param name="stream">The source of the random numbers.</param>
    /// <returns>Row-major, rows x <paramref name="dimensions"/>.</returns>
    public static double[] Embed(ReadOnlySpan<double> coordinates, int components, int dimensions, double factor, RandomStream stream)
    {
        double[][] directions = Draw(components, dimensions, stream);
        int rows = coordinates.Length / components;
        double[] result = new double[rows * dimensions];
        for (int row = 0; row < rows; row++)
        {
            for (int component = 0; component < components; component++)
            {
                AddScaled(result.AsSpan(row * dimensions, dimensions), directions[component], factor * coordinates[(row * components) + component]);
            }
        }

        return result;
    }

    // Gram and Schmidt's procedure, twice over, which leaves the rows orthogonal to rounding.
    private static void Extend(List<double[]> basis, double[] vector)
    {
        double[] rest = [.. vector];
        for (int pass = 0; pass < 2; pass++)
        {
            foreach (double[] direction in basis)
            {
                AddScaled(rest, direction, -CentredKernel.Inner(rest, direction));
            }
        }

        double length = Math.Sqrt(CentredKernel.Inner(rest, rest));
        if (length > Negligible * Math.Sqrt(CentredKernel.Inner(vector, vector)))
        {
            basis.Add(Array.ConvertAll(rest, value => value / length));
        }
    }

    private static void AddScaled(Span<double> target, ReadOnlySpan<double> source, double factor)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] += factor * source[i];
        }
    }
}
