using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Geometry.Scores;

/// <summary>
/// Cholesky factorisation A = U^T U of a symmetric positive definite matrix whose upper triangle is stored row by row. Blocks of rows are
/// factorised four rows at a time, each from the rows above it in the block; then the block is subtracted from what is below.
/// </summary>
internal static class Cholesky
{
    private const int Block = RankUpdate.Depth;
    private const int Panel = 4;

    /// <summary>Replaces the upper triangle of the leading <paramref name="order"/> rows by U.</summary>
    /// <returns>False when the matrix is not positive definite; its content is then lost.</returns>
    public static bool Factor(Span<double> matrix, int stride, int order, RankUpdate update)
    {
        for (var first = 0; first < order; first += Block)
        {
            var end = Math.Min(first + Block, order);
            for (var row = first; row < end; row += Panel)
            {
                SubtractAbove(matrix, stride, first, row);
                if (!FactorPanel(matrix, stride, row, Math.Min(row + Panel, end)))
                {
                    return false;
                }
            }

            if (end < order)
            {
                update.SubtractTrailing(matrix, stride, first, end - first);
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

    /// <summary>Factorises the rows of a panel, from which all rows above it have been subtracted.</summary>
    private static bool FactorPanel(Span<double> matrix, int stride, int first, int end)
    {
        for (var k = first; k < end; k++)
        {
            var row = matrix.Slice(k * stride, stride);
            var pivot = row[k];
            if (!(pivot > 0) || !double.IsFinite(pivot))
            {
                return false;
            }

            var inverse = 1 / Math.Sqrt(pivot);
            row[first..k].Clear();
            VectorKernels.Scale(inverse, row[first..], row[first..]);
            for (var i = k + 1; i < end; i++)
            {
                VectorKernels.Add(-row[i], row[first..], matrix.Slice((i * stride) + first, stride - first));
            }
        }

        return true;
    }

    /// <summary>Subtracts from four rows the products of the rows from <paramref name="first"/> on that are above them.</summary>
    private static void SubtractAbove(Span<double> matrix, int stride, int first, int row)
    {
        ref var start = ref MemoryMarshal.GetReference(matrix);
        ref var above = ref Unsafe.Add(ref start, first * stride);
        ref var target = ref Unsafe.Add(ref start, row * stride);
        var depth = row - first;
        var column = row;
        for (; depth > 0 && column + 12 <= stride; column += 12)
        {
            SubtractWide(ref Unsafe.Add(ref target, column), (nuint)stride, ref Unsafe.Add(ref above, row), ref Unsafe.Add(ref above, column), depth);
        }

        for (; depth > 0 && column < stride; column += 4)
        {
            SubtractNarrow(ref Unsafe.Add(ref target, column), (nuint)stride, ref Unsafe.Add(ref above, row), ref Unsafe.Add(ref above, column), depth);
        }
    }

    private static void SubtractWide(ref double c, nuint stride, ref double a, ref double b, int depth)
    {
        ref var r1 = ref Unsafe.Add(ref c, stride);
        ref var r2 = ref Unsafe.Add(ref c, 2 * stride);
        ref var r3 = ref Unsafe.Add(ref c, 3 * stride);
        var c00 = Vector256.LoadUnsafe(ref c);
        var c01 = Vector256.LoadUnsafe(ref c, 4);
        var c02 = Vector256.LoadUnsafe(ref c, 8);
        var c10 = Vector256.LoadUnsafe(ref r1);
        var c11 = Vector256.LoadUnsafe(ref r1, 4);
        var c12 = Vector256.LoadUnsafe(ref r1, 8);
        var c20 = Vector256.LoadUnsafe(ref r2);
        var c21 = Vector256.LoadUnsafe(ref r2, 4);
        var c22 = Vector256.LoadUnsafe(ref r2, 8);
        var c30 = Vector256.LoadUnsafe(ref r3);
        var c31 = Vector256.LoadUnsafe(ref r3, 4);
        var c32 = Vector256.LoadUnsafe(ref r3, 8);
        for (var k = 0; k < depth; k++)
        {
            var b0 = Vector256.LoadUnsafe(ref b);
            var b1 = Vector256.LoadUnsafe(ref b, 4);
            var b2 = Vector256.LoadUnsafe(ref b, 8);
            var x = Vector256.Create(-a);
            c00 = Vector256.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector256.FusedMultiplyAdd(x, b1, c01);
            c02 = Vector256.FusedMultiplyAdd(x, b2, c02);
            x = Vector256.Create(-Unsafe.Add(ref a, 1));
            c10 = Vector256.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector256.FusedMultiplyAdd(x, b1, c11);
            c12 = Vector256.FusedMultiplyAdd(x, b2, c12);
            x = Vector256.Create(-Unsafe.Add(ref a, 2));
            c20 = Vector256.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector256.FusedMultiplyAdd(x, b1, c21);
            c22 = Vector256.FusedMultiplyAdd(x, b2, c22);
            x = Vector256.Create(-Unsafe.Add(ref a, 3));
            c30 = Vector256.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector256.FusedMultiplyAdd(x, b1, c31);
            c32 = Vector256.FusedMultiplyAdd(x, b2, c32);
            a = ref Unsafe.Add(ref a, stride);
            b = ref Unsafe.Add(ref b, stride);
        }

        Store(ref c, c00, c01, c02);
        Store(ref r1, c10, c11, c12);
        Store(ref r2, c20, c21, c22);
        Store(ref r3, c30, c31, c32);
    }

    private static void Store(ref double c, Vector256<double> x, Vector256<double> y, Vector256<double> z)
    {
        x.StoreUnsafe(ref c);
        y.StoreUnsafe(ref c, 4);
        z.StoreUnsafe(ref c, 8);
    }

    private static void SubtractNarrow(ref double c, nuint stride, ref double a, ref double b, int depth)
    {
        var c0 = Vector256.LoadUnsafe(ref c);
        var c1 = Vector256.LoadUnsafe(ref c, stride);
        var c2 = Vector256.LoadUnsafe(ref c, 2 * stride);
        var c3 = Vector256.LoadUnsafe(ref c, 3 * stride);
        for (var k = 0; k < depth; k++)
        {
            var x = Vector256.LoadUnsafe(ref b);
            c0 = Vector256.FusedMultiplyAdd(Vector256.Create(-a), x, c0);
            c1 = Vector256.FusedMultiplyAdd(Vector256.Create(-Unsafe.Add(ref a, 1)), x, c1);
            c2 = Vector256.FusedMultiplyAdd(Vector256.Create(-Unsafe.Add(ref a, 2)), x, c2);
            c3 = Vector256.FusedMultiplyAdd(Vector256.Create(-Unsafe.Add(ref a, 3)), x, c3);
            a = ref Unsafe.Add(ref a, stride);
            b = ref Unsafe.Add(ref b, stride);
        }

        c0.StoreUnsafe(ref c);
        c1.StoreUnsafe(ref c, stride);
        c2.StoreUnsafe(ref c, 2 * stride);
        c3.StoreUnsafe(ref c, 3 * stride);
    }
}
