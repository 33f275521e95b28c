using System.Runtime.CompilerServices;

namespace Geometry.Networks;

// Tiles of four rows: the rest of the rows, and all rows where there are 16 vector registers.
internal static unsafe partial class MatrixTiles<TLanes, TVector>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x3(in MatrixProduct p, int row, int column)
    {
        nint stride = p.LeftRowStride, step = p.LeftStep, next = p.RightStride;
        float* left = p.Left + (row * stride), right = p.Right + column, start = p.Start + (row * p.StartStride) + column;
        float* a0 = left, a1 = left + stride, a2 = left + (2 * stride), a3 = left + (3 * stride);
        TVector c00 = TLanes.Load(start), c01 = TLanes.Load(start + TLanes.Count), c02 = TLanes.Load(start + (2 * TLanes.Count));
        TVector c10 = TLanes.Load(start += p.StartStride), c11 = TLanes.Load(start + TLanes.Count), c12 = TLanes.Load(start + (2 * TLanes.Count));
        TVector c20 = TLanes.Load(start += p.StartStride), c21 = TLanes.Load(start + TLanes.Count), c22 = TLanes.Load(start + (2 * TLanes.Count));
        TVector c30 = TLanes.Load(start += p.StartStride), c31 = TLanes.Load(start + TLanes.Count), c32 = TLanes.Load(start + (2 * TLanes.Count));
        for (int k = 0; k < p.Inner; k++)
        {
            TVector b0 = TLanes.Load(right), b1 = TLanes.Load(right + TLanes.Count), b2 = TLanes.Load(right + (2 * TLanes.Count));
            TVector a = TLanes.Broadcast(a0);
            c00 = TLanes.MultiplyAdd(a, b0, c00);
            c01 = TLanes.MultiplyAdd(a, b1, c01);
            c02 = TLanes.MultiplyAdd(a, b2, c02);
            a = TLanes.Broadcast(a1);
            c10 = TLanes.MultiplyAdd(a, b0, c10);
            c11 = TLanes.MultiplyAdd(a, b1, c11);
            c12 = TLanes.MultiplyAdd(a, b2, c12);
            a = TLanes.Broadcast(a2);
            c20 = TLanes.MultiplyAdd(a, b0, c20);
            c21 = TLanes.MultiplyAdd(a, b1, c21);
            c22 = TLanes.MultiplyAdd(a, b2, c22);
            a = TLanes.Broadcast(a3);
            c30 = TLanes.MultiplyAdd(a, b0, c30);
            c31 = TLanes.MultiplyAdd(a, b1, c31);
            c32 = TLanes.MultiplyAdd(a, b2, c32);
            a0 += step;
            a1 += step;
            a2 += step;
            a3 += step;
            right += next;
        }

        Put3(p, row, column, c00, c01, c02);
        Put3(p, row + 1, column, c10, c11, c12);
        Put3(p, row + 2, column, c20, c21, c22);
        Put3(p, row + 3, column, c30, c31, c32);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile4x1(in MatrixProduct p, int row, int column)
    {
        nint stride = p.LeftRowStride, step = p.LeftStep, next = p.RightStride;
        float* left = p.Left + (row * stride), right = p.Right + column, start = p.Start + (row * p.StartStride) + column;
        float* a0 = left, a1 = left + stride, a2 = left + (2 * stride), a3 = left + (3 * stride);
        TVector c00 = TLanes.Load(start);
        TVector c10 = TLanes.Load(start += p.StartStride);
        TVector c20 = TLanes.Load(start += p.StartStride);
        TVector c30 = TLanes.Load(start += p.StartStride);
        for (int k = 0; k < p.Inner; k++)
        {
            TVector b0 = TLanes.Load(right);
            TVector a = TLanes.Broadcast(a0);
            c00 = TLanes.MultiplyAdd(a, b0, c00);
            a = TLanes.Broadcast(a1);
            c10 = TLanes.MultiplyAdd(a, b0, c10);
            a = TLanes.Broadcast(a2);
            c20 = TLanes.MultiplyAdd(a, b0, c20);
            a = TLanes.Broadcast(a3);
            c30 = TLanes.MultiplyAdd(a, b0, c30);
            a0 += step;
            a1 += step;
            a2 += step;
            a3 += step;
            right += next;
        }

        Put1(p, row, column, c00);
        Put1(p, row + 1, column, c10);
        Put1(p, row + 2, column, c20);
        Put1(p, row + 3, column, c30);
    }
}
