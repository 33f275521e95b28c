using System.Runtime.CompilerServices;

namespace Geometry.Networks;

// Tiles of eight rows, for processors with 32 vector registers (24 sums, 3 vectors of the right matrix, 1 of the left).
internal static unsafe partial class MatrixTiles<TLanes, TVector>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8x3(in MatrixProduct p, int row, int column)
    {
        nint stride = p.LeftRowStride, step = p.LeftStep, next = p.RightStride;
        float* left = p.Left + (row * stride), right = p.Right + column, start = p.Start + (row * p.StartStride) + column;
        float* a0 = left, a1 = left + stride, a2 = left + (2 * stride), a3 = left + (3 * stride);
        float* a4 = left + (4 * stride), a5 = left + (5 * stride), a6 = left + (6 * stride), a7 = left + (7 * stride);
        TVector c00 = TLanes.Load(start), c01 = TLanes.Load(start + TLanes.Count), c02 = TLanes.Load(start + (2 * TLanes.Count));
        TVector c10 = TLanes.Load(start += p.StartStride), c11 = TLanes.Load(start + TLanes.Count), c12 = TLanes.Load(start + (2 * TLanes.Count));
        TVector c20 = TLanes.Load(start += p.StartStride), c21 = TLanes.Load(start + TLanes.Count), c22 = TLanes.Load(start + (2 * TLanes.Count));
        TVector c30 = TLanes.Load(start += p.StartStride), c31 = TLanes.Load(start + TLanes.Count), c32 = TLanes.Load(start + (2 * TLanes.Count));
        TVector c40 = TLanes.Load(start += p.StartStride), c41 = TLanes.Load(start + TLanes.Count), c42 = TLanes.Load(start + (2 * TLanes.Count));
        TVector c50 = TLanes.Load(start += p.StartStride), c51 = TLanes.Load(start + TLanes.Count), c52 = TLanes.Load(start + (2 * TLanes.Count));
        TVector c60 = TLanes.Load(start += p.StartStride), c61 = TLanes.Load(start + TLanes.Count), c62 = TLanes.Load(start + (2 * TLanes.Count));
        TVector c70 = TLanes.Load(start += p.StartStride), c71 = TLanes.Load(start + TLanes.Count), c72 = TLanes.Load(start + (2 * TLanes.Count));
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
            a = TLanes.Broadcast(a4);
            c40 = TLanes.MultiplyAdd(a, b0, c40);
            c41 = TLanes.MultiplyAdd(a, b1, c41);
            c42 = TLanes.MultiplyAdd(a, b2, c42);
            a = TLanes.Broadcast(a5);
            c50 = TLanes.MultiplyAdd(a, b0, c50);
            c51 = TLanes.MultiplyAdd(a, b1, c51);
            c52 = TLanes.MultiplyAdd(a, b2, c52);
            a = TLanes.Broadcast(a6);
            c60 = TLanes.MultiplyAdd(a, b0, c60);
            c61 = TLanes.MultiplyAdd(a, b1, c61);
            c62 = TLanes.MultiplyAdd(a, b2, c62);
            a = TLanes.Broadcast(a7);
            c70 = TLanes.MultiplyAdd(a, b0, c70);
            c71 = TLanes.MultiplyAdd(a, b1, c71);
            c72 = TLanes.MultiplyAdd(a, b2, c72);
            a0 += step;
            a1 += step;
            a2 += step;
            a3 += step;
            a4 += step;
            a5 += step;
            a6 += step;
            a7 += step;
            right += next;
        }

        Put3(p, row, column, c00, c01, c02);
        Put3(p, row + 1, column, c10, c11, c12);
        Put3(p, row + 2, column, c20, c21, c22);
        Put3(p, row + 3, column, c30, c31, c32);
        Put3(p, row + 4, column, c40, c41, c42);
        Put3(p, row + 5, column, c50, c51, c52);
        Put3(p, row + 6, column, c60, c61, c62);
        Put3(p, row + 7, column, c70, c71, c72);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile8x1(in MatrixProduct p, int row, int column)
    {
        nint stride = p.LeftRowStride, step = p.LeftStep, next = p.RightStride;
        float* left = p.Left + (row * stride), right = p.Right + column, start = p.Start + (row * p.StartStride) + column;
        float* a0 = left, a1 = left + stride, a2 = left + (2 * stride), a3 = left + (3 * stride);
        float* a4 = left + (4 * stride), a5 = left + (5 * stride), a6 = left + (6 * stride), a7 = left + (7 * stride);
        TVector c00 = TLanes.Load(start);
        TVector c10 = TLanes.Load(start += p.StartStride);
        TVector c20 = TLanes.Load(start += p.StartStride);
        TVector c30 = TLanes.Load(start += p.StartStride);
        TVector c40 = TLanes.Load(start += p.StartStride);
        TVector c50 = TLanes.Load(start += p.StartStride);
        TVector c60 = TLanes.Load(start += p.StartStride);
        TVector c70 = TLanes.Load(start += p.StartStride);
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
            a = TLanes.Broadcast(a4);
            c40 = TLanes.MultiplyAdd(a, b0, c40);
            a = TLanes.Broadcast(a5);
            c50 = TLanes.MultiplyAdd(a, b0, c50);
            a = TLanes.Broadcast(a6);
            c60 = TLanes.MultiplyAdd(a, b0, c60);
            a = TLanes.Broadcast(a7);
            c70 = TLanes.MultiplyAdd(a, b0, c70);
            a0 += step;
            a1 += step;
            a2 += step;
            a3 += step;
            a4 += step;
            a5 += step;
            a6 += step;
            a7 += step;
            right += next;
        }

        Put1(p, row, column, c00);
        Put1(p, row + 1, column, c10);
        Put1(p, row + 2, column, c20);
        Put1(p, row + 3, column, c30);
        Put1(p, row + 4, column, c40);
        Put1(p, row + 5, column, c50);
        Put1(p, row + 6, column, c60);
        Put1(p, row + 7, column, c70);
    }
}
