namespace Geometry.Scores;

/// <summary>
/// Coordinates of rows in an orthonormal basis of their span, from a Cholesky factorisation with pivoting of the matrix of their inner
/// products: with K = L L^T the rows of L have the same inner products as the rows themselves.
/// </summary>
internal sealed class SpanBasis
{
    // A direction that holds less than this part of the largest squared norm is rounding.
    private const double Tolerance = 1e-13;
    private readonly List<int> _pivots = [];

    private SpanBasis(RowMatrix coordinates)
    {
        Coordinates = coordinates;
    }

    /// <summary>Rows x (rank + 1); the last column is left at zero for the constant.</summary>
    public RowMatrix Coordinates { get; private set; }

    /// <summary>Finds the coordinates of rows of a matrix.</summary>
    /// <param name="rows">A matrix with fewer rows than columns; zero columns do not matter.</param>
    public static SpanBasis Of(RowMatrix rows)
    {
        var n = rows.Rows;
        var transposed = rows.Transpose();
        var kernel = new RowMatrix(n, n);
        new RankUpdate().Product(kernel, transposed, transposed);
        var residual = new double[n];
        for (var i = 0; i < n; i++)
        {
            residual[i] = kernel.Row(i)[i];
        }

        var limit = Tolerance * residual.Max();
        var lower = new RowMatrix(n, n);
        var basis = new SpanBasis(lower);
        while (basis._pivots.Count < n)
        {
            var pivot = Array.IndexOf(residual, residual.Max());
            if (!(residual[pivot] > limit))
            {
                break;
            }

            basis.AddDirection(kernel, lower, residual, pivot);
        }

        var rank = basis._pivots.Count;
        basis.Coordinates = new RowMatrix(n, rank + 1);
        for (var i = 0; i < n; i++)
        {
            lower.Row(i)[..rank].CopyTo(basis.Coordinates.Row(i));
        }

        return basis;
    }

    /// <summary>Writes weights over the coordinates as weights over the original columns.</summary>
    public void ToUnits(ReadOnlySpan<double> weights, Representation source, ReadOnlySpan<double> means, Span<double> result)
    {
        // The pivot rows are T Q with T lower triangular, Q the basis; so Q^T v = X^T (T^-T v).
        var rank = _pivots.Count;
        var coefficients = weights[..rank].ToArray();
        for (var k = rank - 1; k >= 0; k--)
        {
            coefficients[k] /= Coordinates.Row(_pivots[k])[k];
            for (var j = 0; j < k; j++)
            {
                coefficients[j] -= coefficients[k] * Coordinates.Row(_pivots[k])[j];
            }
        }

        for (var k = 0; k < rank; k++)
        {
            var row = source.Row(_pivots[k]);
            for (var i = 0; i < result.Length; i++)
            {
                result[i] += coefficients[k] * (row[i] - (means.IsEmpty ? 0 : means[i]));
            }
        }
    }

    private void AddDirection(RowMatrix kernel, RowMatrix lower, double[] residual, int pivot)
    {
        var k = _pivots.Count;
        var root = Math.Sqrt(residual[pivot]);
        var pivotRow = lower.PaddedRow(pivot);
        for (var i = 0; i < residual.Length; i++)
        {
            if (residual[i] < 0)
            {
                continue;
            }

            var value = i == pivot ? root : (kernel.Row(pivot)[i] - VectorKernels.Dot(lower.PaddedRow(i)[..RowMatrix.PaddedWidth(k)], pivotRow)) / root;
            lower.Row(i)[k] = value;
        }

        for (var i = 0; i < residual.Length; i++)
        {
            if (residual[i] >= 0)
            {
                residual[i] = Math.Max(0, residual[i] - lower.Row(i)[k] * lower.Row(i)[k]);
            }
        }

        residual[pivot] = -1;
        _pivots.Add(pivot);
    }
}
