using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Geometry.Scores;

/// <summary>
/// Adds weighted sums of outer products of matrix rows to a matrix: C += sum over k of s_k a_k b_k^T. Rows are packed in panels and
/// multiplied in tiles of 4 x 12 that stay in registers. One instance serves one thread; the order of summation is fixed.
/// </summary>
internal sealed class RankUpdate
{
    /// <summary>The rows that are packed together.</summary>
    public const int Depth = 64;

    private double[] _left = [];
    private double[] _right = [];

    /// <summary>
    /// Adds sum of s_k x_k x_k^T to the upper triangle of a square matrix (blocks of 4 x 4 on the diagonal are filled in full).
    /// </summary>
    /// <param name="target">Square matrix of <paramref name="stride"/> x <paramref name="stride"/>.</param>
    /// <param name="stride">Padded width of the target and of the rows.</param>
    /// <param name="values">The rows' memory.</param>
    /// <param name="rows">Which rows to take.</param>
    /// <param name="scales">The weight of each taken row; empty for all ones.</param>
    public void Symmetric(Span<double> target, int stride, ReadOnlySpan<double> values, ReadOnlySpan<int> rows, ReadOnlySpan<double> scales)
    {
        Reserve(stride, stride);
        for (var k0 = 0; k0 < rows.Length; k0 += Depth)
        {
            var depth = Math.Min(Depth, rows.Length - k0);
            for (var k = 0; k < depth; k++)
            {
                var row = values.Slice(rows[k0 + k] * stride, stride);
                PackRight(row, k, depth);
                PackLeft(row, k, depth, scales.IsEmpty ? 1 : scales[k0 + k]);
            }

            Tiles(target, stride, stride, 0, stride, depth, true);
        }
    }

    /// <summary>
    /// Subtracts from the trailing square that begins at <paramref name="first"/> + <paramref name="count"/> the outer products of the
    /// <paramref name="count"/> rows of the same matrix that begin at <paramref name="first"/> (a step of a Cholesky factorisation).
    /// </summary>
    public void SubtractTrailing(Span<double> matrix, int stride, int first, int count)
    {
        Reserve(stride, stride);
        var offset = first + count;
        var width = stride - offset;
        for (var k = 0; k < count; k++)
        {
            var row = matrix.Slice((first + k) * stride + offset, width);
            PackRight(row, k, count);
            PackLeft(row, k, count, -1);
        }

        Tiles(matrix[(offset * stride + offset)..], stride, width, 0, width, count, true);
    }

    /// <summary>Adds A^T B to a matrix, where A and B have the same number of rows.</summary>
    /// <param name="target">Matrix of A's columns x B's columns.</param>
    /// <param name="a">The left matrix.</param>
    /// <param name="b">The right matrix.</param>
    public void Product(RowMatrix target, RowMatrix a, RowMatrix b) => Product(target.Values, target.Stride, a, b, 0, b.Stride, false);

    /// <summary>Adds some columns of A^T B to a matrix.</summary>
    /// <param name="target">The matrix.</param>
    /// <param name="stride">Its stride.</param>
    /// <param name="a">The left matrix.</param>
    /// <param name="b">The right matrix.</param>
    /// <param name="from">The first column, a multiple of four.</param>
    /// <param name="to">The column after the last, a multiple of four.</param>
    /// <param name="upper">Whether only the upper triangle is wanted.</param>
    public void Product(Span<double> target, int stride, RowMatrix a, RowMatrix b, int from, int to, bool upper)
    {
        var left = upper ? to : a.Stride;
        Reserve(left, to - from);
        for (var k0 = 0; k0 < a.Rows; k0 += Depth)
        {
            var depth = Math.Min(Depth, a.Rows - k0);
            for (var k = 0; k < depth; k++)
            {
                PackRight(b.PaddedRow(k0 + k)[from..to], k, depth);
                PackLeft(a.PaddedRow(k0 + k)[..left], k, depth, 1);
            }

            Tiles(target, stride, upper ? left : a.Columns, from, to, depth, upper);
        }
    }

    private void Reserve(int leftWidth, int rightWidth)
    {
        if (_left.Length < Depth * leftWidth)
        {
            _left = new double[Depth * leftWidth];
        }

        if (_right.Length < Depth * rightWidth)
        {
            _right = new double[Depth * rightWidth];
        }
    }

    /// <summary>Panels of four columns, in each of them row by row.</summary>
    private void PackLeft(ReadOnlySpan<double> row, int k, int depth, double scale)
    {
        var factor = Vector256.Create(scale);
        ref var source = ref MemoryMarshal.GetReference(row);
        ref var target = ref MemoryMarshal.GetArrayDataReference(_left);
        for (var i = 0; i < row.Length; i += 4)
        {
            (factor * Vector256.LoadUnsafe(ref source, (nuint)i)).StoreUnsafe(ref target, (nuint)(i * depth + 4 * k));
        }
    }

    /// <summary>Panels of twelve columns, in each of them row by row; what is left in panels of four.</summary>
    private void PackRight(ReadOnlySpan<double> row, int k, int depth)
    {
        var i = 0;
        for (; i + 12 <= row.Length; i += 12)
        {
            row.Slice(i, 12).CopyTo(_right.AsSpan(i * depth + 12 * k));
        }

        for (; i < row.Length; i += 4)
        {
            row.Slice(i, 4).CopyTo(_right.AsSpan(i * depth + 4 * k));
        }
    }

    /// <summary>Adds the products of the packed panels; the right ones are the columns <paramref name="from"/> to <paramref name="to"/>.</summary>
    private void Tiles(Span<double> target, int stride, int rows, int from, int to, int depth, bool upper)
    {
        ref var c = ref MemoryMarshal.GetReference(target);
        ref var left = ref MemoryMarshal.GetArrayDataReference(_left);
        ref var right = ref MemoryMarshal.GetArrayDataReference(_right);
        for (var j = from; j < to;)
        {
            var wide = j + 12 <= to;
            var width = wide ? 12 : 4;
            var last = upper ? Math.Min(rows, j + width) : rows;
            for (var i = 0; i < last; i += 4)
            {
                // A matrix of the product form may have fewer than four rows left.
                var height = Math.Min(4, rows - i);
                ref var tile = ref Unsafe.Add(ref c, i * stride + j);
                ref var a = ref Unsafe.Add(ref left, i * depth);
                ref var b = ref Unsafe.Add(ref right, (j - from) * depth);
                if (height == 4 && wide)
                {
                    Wide(ref tile, (nuint)stride, ref a, ref b, depth);
                }
                else
                {
                    for (var part = 0; part < width; part += 4)
                    {
                        Narrow(ref Unsafe.Add(ref tile, part), (nuint)stride, ref a, ref Unsafe.Add(ref b, part), (nuint)width, depth, height);
                    }
                }
            }

            j += width;
        }
    }

    private static void Wide(ref double c, nuint stride, ref double a, ref double b, int depth)
    {
        var c00 = Vector256<double>.Zero;
        var c01 = Vector256<double>.Zero;
        var c02 = Vector256<double>.Zero;
        var c10 = Vector256<double>.Zero;
        var c11 = Vector256<double>.Zero;
        var c12 = Vector256<double>.Zero;
        var c20 = Vector256<double>.Zero;
        var c21 = Vector256<double>.Zero;
        var c22 = Vector256<double>.Zero;
        var c30 = Vector256<double>.Zero;
        var c31 = Vector256<double>.Zero;
        var c32 = Vector256<double>.Zero;
        for (var k = 0; k < depth; k++)
        {
            var b0 = Vector256.LoadUnsafe(ref b);
            var b1 = Vector256.LoadUnsafe(ref b, 4);
            var b2 = Vector256.LoadUnsafe(ref b, 8);
            var x = Vector256.Create(a);
            c00 = Vector256.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector256.FusedMultiplyAdd(x, b1, c01);
            c02 = Vector256.FusedMultiplyAdd(x, b2, c02);
            x = Vector256.Create(Unsafe.Add(ref a, 1));
            c10 = Vector256.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector256.FusedMultiplyAdd(x, b1, c11);
            c12 = Vector256.FusedMultiplyAdd(x, b2, c12);
            x = Vector256.Create(Unsafe.Add(ref a, 2));
            c20 = Vector256.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector256.FusedMultiplyAdd(x, b1, c21);
            c22 = Vector256.FusedMultiplyAdd(x, b2, c22);
            x = Vector256.Create(Unsafe.Add(ref a, 3));
            c30 = Vector256.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector256.FusedMultiplyAdd(x, b1, c31);
            c32 = Vector256.FusedMultiplyAdd(x, b2, c32);
            a = ref Unsafe.Add(ref a, 4);
            b = ref Unsafe.Add(ref b, 12);
        }

        AddTo(ref c, 0, c00, c01, c02);
        AddTo(ref c, stride, c10, c11, c12);
        AddTo(ref c, 2 * stride, c20, c21, c22);
        AddTo(ref c, 3 * stride, c30, c31, c32);
    }

    private static void AddTo(ref double c, nuint at, Vector256<double> x, Vector256<double> y, Vector256<double> z)
    {
        (Vector256.LoadUnsafe(ref c, at) + x).StoreUnsafe(ref c, at);
        (Vector256.LoadUnsafe(ref c, at + 4) + y).StoreUnsafe(ref c, at + 4);
        (Vector256.LoadUnsafe(ref c, at + 8) + z).StoreUnsafe(ref c, at + 8);
    }

    private static void Narrow(ref double c, nuint stride, ref double a, ref double b, nuint width, int depth, int height)
    {
        var c0 = Vector256<double>.Zero;
        var c1 = Vector256<double>.Zero;
        var c2 = Vector256<double>.Zero;
        var c3 = Vector256<double>.Zero;
        for (var k = 0; k < depth; k++)
        {
            var b0 = Vector256.LoadUnsafe(ref b);
            c0 = Vector256.FusedMultiplyAdd(Vector256.Create(a), b0, c0);
            c1 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref a, 1)), b0, c1);
            c2 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref a, 2)), b0, c2);
            c3 = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref a, 3)), b0, c3);
            a = ref Unsafe.Add(ref a, 4);
            b = ref Unsafe.Add(ref b, width);
        }

        for (var r = 0; r < height; r++)
        {
            var sum = r switch { 0 => c0, 1 => c1, 2 => c2, _ => c3 };
            var at = (nuint)r * stride;
            (Vector256.LoadUnsafe(ref c, at) + sum).StoreUnsafe(ref c, at);
        }
    }
}
