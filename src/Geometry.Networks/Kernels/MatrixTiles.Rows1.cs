using System.Runtime.CompilerServices;

namespace Geometry.Networks;

// Tiles of one row: products of fewer than four rows.
internal static unsafe partial class MatrixTiles<TLanes, TVector>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x3(in MatrixProduct p, int row, int column)
    {
        nint stride = p.LeftRowStride, step = p.LeftStep, next = p.RightStride;
        float* left = p.Left + (row * stride), right = p.Right + column, start = p.Start + (row * p.StartStride) + column;
        TVector c00 = TLanes.Load(start), c01 = TLanes.Load(start + TLanes.Count), c02 = TLanes.Load(start + (2 * TLanes.Count));
        for (int k = 0; k < p.Inner; k++)
        {
            TVector b0 = TLanes.Load(right), b1 = TLanes.Load(right + TLanes.Count), b2 = TLanes.Load(right + (2 * TLanes.Count));
            TVector a = TLanes.Broadcast(left);
            c00 = TLanes.MultiplyAdd(a, b0, c00);
            c01 = TLanes.MultiplyAdd(a, b1, c01);
            c02 = TLanes.MultiplyAdd(a, b2, c02);
            left += step;
            right += next;
        }

        Put3(p, row, column, c00, c01, c02);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tile1x1(in MatrixProduct p, int row, int column)
    {
        nint stride = p.LeftRowStride, step = p.LeftStep, next = p.RightStride;
        float* left = p.Left + (row * stride), right = p.Right + column, start = p.Start + (row * p.StartStride) + column;
        TVector c00 = TLanes.Load(start);
        for (int k = 0; k < p.Inner; k++)
        {
            TVector b0 = TLanes.Load(right);
            TVector a = TLanes.Broadcast(left);
            c00 = TLanes.MultiplyAdd(a, b0, c00);
            left += step;
            right += next;
        }

        Put1(p, row, column, c00);
    }
}
