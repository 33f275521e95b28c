namespace Geometry.Scores;

/// <summary>Cholesky factorisation A = U^T U of a symmetric positive definite matrix whose upper triangle is stored row by row.</summary>
internal static class Cholesky
{
    private const int Block = 32;

    /// <summary>Replaces the upper triangle of the leading <paramref name="order"/> rows by U.</summary>
    /// <returns>False when the matrix is not positive definite; its content is then lost.</returns>
    public static bool Factor(Span<double> matrix, int stride, int order, RankUpdate update)
    {
        for (var first = 0; first < order; first += Block)
        {
            var count = Math.Min(Block, order - first);
            for (var k = first; k < first + count; k++)
            {
                var row = matrix.Slice(k * stride, stride);
                var pivot = row[k];
                if (!(pivot > 0) || !double.IsFinite(pivot))
                {
                    return false;
                }

                var inverse = 1 / Math.Sqrt(pivot);
                var from = k & ~3;
                row[from..k].Clear();
                for (var j = k; j < stride; j++)
                {
                    row[j] *= inverse;
                }

                for (var i = k + 1; i < first + count; i++)
                {
                    VectorKernels.Add(-row[i], row[(i & ~3)..], matrix.Slice((i * stride) + (i & ~3), stride - (i & ~3)));
                }
            }

            if (first + count < order)
            {
                update.SubtractTrailing(matrix, stride, first, count);
            }
        }

        return true;
    }

    /// <summary>Solves A x = b in place, given U.</summary>
    public static void Solve(ReadOnlySpan<double> factor, int stride, int order, Span<double> b)
    {
        for (var k = 0; k < order; k++)
        {
            var row = factor.Slice(k * stride, stride);
            b[k] /= row[k];
            SubtractRest(row, k, order, b);
        }

        SolveUpper(factor, stride, order, b);
    }

    /// <summary>Solves U x = b in place.</summary>
    public static void SolveUpper(ReadOnlySpan<double> factor, int stride, int order, Span<double> b)
    {
        for (var k = order - 1; k >= 0; k--)
        {
            var row = factor.Slice(k * stride, stride);
            var sum = b[k];
            var aligned = Math.Min(order, (k + 4) & ~3);
            for (var j = k + 1; j < aligned; j++)
            {
                sum -= row[j] * b[j];
            }

            if (aligned < order)
            {
                sum -= VectorKernels.Dot(row[aligned..], b[aligned..stride]);
            }

            b[k] = sum / row[k];
        }
    }

    private static void SubtractRest(ReadOnlySpan<double> row, int k, int order, Span<double> b)
    {
        var factor = -b[k];
        var aligned = Math.Min(order, (k + 4) & ~3);
        for (var j = k + 1; j < aligned; j++)
        {
            b[j] += factor * row[j];
        }

        if (aligned < order)
        {
            VectorKernels.Add(factor, row[aligned..], b[aligned..row.Length]);
        }

    }
}
