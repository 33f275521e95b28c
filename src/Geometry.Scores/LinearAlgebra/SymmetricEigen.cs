namespace Geometry.Scores;

/// <summary>
/// Eigenvalues of symmetric matrices: Householder reflections to a tridiagonal matrix, then bisection on the signs of its leading minors
/// (Sturm sequences), which cannot fail to converge. For few rows, eigenvectors too, by cyclic Jacobi rotations.
/// </summary>
internal static class SymmetricEigen
{
    /// <summary>All eigenvalues, largest first.</summary>
    /// <param name="matrix">A symmetric matrix; it is destroyed.</param>
    public static double[] Values(RowMatrix matrix)
    {
        var (diagonal, off) = Tridiagonal(matrix);
        var n = diagonal.Length;
        double low = 0;
        double high = 0;
        for (var i = 0; i < n; i++)
        {
            var radius = Math.Abs(off[i]) + (i + 1 < n ? Math.Abs(off[i + 1]) : 0);
            low = Math.Min(low, diagonal[i] - radius);
            high = Math.Max(high, diagonal[i] + radius);
        }

        var values = new double[n];
        for (var k = 0; k < n; k++)
        {
            values[k] = Bisect(diagonal, off, k, low, k == 0 ? high : values[k - 1]);
        }

        return values;
    }

    /// <summary>Eigenvalues and eigenvectors (as rows of the second matrix), in no order. For matrices of some tens of rows.</summary>
    public static (double[] Values, RowMatrix Vectors) Vectors(RowMatrix matrix)
    {
        var n = matrix.Rows;
        var a = new RowMatrix(n, n);
        matrix.Values.CopyTo(a.Values, 0);
        var vectors = new RowMatrix(n, n);
        for (var i = 0; i < n; i++)
        {
            vectors.Row(i)[i] = 1;
        }

        for (var sweep = 0; sweep < 60; sweep++)
        {
            double outside = 0;
            double all = 0;
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    var square = a.Row(i)[j] * a.Row(i)[j];
                    all += square;
                    outside += i == j ? 0 : square;
                }
            }

            if (outside <= 1e-32 * all)
            {
                break;
            }

            for (var p = 0; p < n; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    Rotate(a, vectors, p, q);
                }
            }
        }

        var values = new double[n];
        for (var i = 0; i < n; i++)
        {
            values[i] = a.Row(i)[i];
        }

        return (values, vectors);
    }

    private static void Rotate(RowMatrix a, RowMatrix vectors, int p, int q)
    {
        var off = a.Row(p)[q];
        if (off == 0)
        {
            return;
        }

        var theta = (a.Row(q)[q] - a.Row(p)[p]) / (2 * off);
        var t = double.IsFinite(theta * theta) ? (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt(theta * theta + 1)) : 0.5 / theta;
        var c = 1 / Math.Sqrt(t * t + 1);
        var s = t * c;
        for (var k = 0; k < a.Rows; k++)
        {
            var row = a.Row(k);
            (row[p], row[q]) = (c * row[p] - s * row[q], s * row[p] + c * row[q]);
        }

        for (var k = 0; k < a.Rows; k++)
        {
            (a.Row(p)[k], a.Row(q)[k]) = (c * a.Row(p)[k] - s * a.Row(q)[k], s * a.Row(p)[k] + c * a.Row(q)[k]);
            (vectors.Row(p)[k], vectors.Row(q)[k]) = (c * vectors.Row(p)[k] - s * vectors.Row(q)[k], s * vectors.Row(p)[k] + c * vectors.Row(q)[k]);
        }
    }

    /// <summary>Diagonal, and the entry below it in the place of its row (the first is 0).</summary>
    private static (double[] Diagonal, double[] Off) Tridiagonal(RowMatrix a)
    {
        var n = a.Rows;
        var diagonal = new double[n];
        var off = new double[n];
        var v = new double[a.Stride];
        var product = new double[a.Stride];
        for (var k = 0; k + 1 < n; k++)
        {
            // Reflect what is right of the diagonal in row k on one entry; v is kept from its first multiple of four on.
            var from = (k + 1) & ~3;
            v.AsSpan().Clear();
            a.Row(k)[(k + 1)..].CopyTo(v.AsSpan(k + 1));
            var norm = Math.Sqrt(VectorKernels.Dot(v.AsSpan(from), v.AsSpan(from)));
            diagonal[k] = a.Row(k)[k];
            off[k + 1] = v[k + 1] > 0 ? -norm : norm;
            v[k + 1] -= off[k + 1];
            var square = VectorKernels.Dot(v.AsSpan(from), v.AsSpan(from));
            if (!(square > 0))
            {
                continue;
            }

            var scale = 2 / square;
            product.AsSpan().Clear();
            for (var i = k + 1; i < n; i++)
            {
                product[i] = scale * VectorKernels.Dot(a.PaddedRow(i)[from..], v.AsSpan(from));
            }

            VectorKernels.Add(-scale / 2 * VectorKernels.Dot(v.AsSpan(from), product.AsSpan(from)), v.AsSpan(from), product.AsSpan(from));
            for (var i = k + 1; i < n; i++)
            {
                VectorKernels.Add(-v[i], product.AsSpan(from), a.PaddedRow(i)[from..]);
                VectorKernels.Add(-product[i], v.AsSpan(from), a.PaddedRow(i)[from..]);
            }
        }

        diagonal[n - 1] = a.Row(n - 1)[n - 1];
        return (diagonal, off);
    }

    /// <summary>The eigenvalue with k larger ones.</summary>
    private static double Bisect(double[] diagonal, double[] off, int k, double low, double high)
    {
        var resolution = 1e-16 * Math.Max(Math.Abs(low), Math.Abs(high));
        while (true)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high || high - low <= resolution)
            {
                return middle;
            }

            if (CountAbove(diagonal, off, middle) > k)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }
    }

    private static int CountAbove(double[] diagonal, double[] off, double value)
    {
        var count = 0;
        double pivot = 1;
        for (var i = 0; i < diagonal.Length; i++)
        {
            pivot = diagonal[i] - value - (off[i] == 0 ? 0 : off[i] * off[i] / pivot);
            if (pivot == 0)
            {
                pivot = -double.Epsilon;
            }

            count += pivot > 0 ? 1 : 0;
        }

        return count;
    }
}
