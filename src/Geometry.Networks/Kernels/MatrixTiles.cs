using System.Runtime.CompilerServices;

namespace Geometry.Networks;

/// <summary>The parts of a <see cref="MatrixProduct"/> that stay in registers, for one width of vector.</summary>
internal static unsafe partial class MatrixTiles<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : struct
{
    /// <summary>Computes columns <paramref name="from"/> to <paramref name="to"/>; their number is a multiple of the lanes.</summary>
    public static void Compute(in MatrixProduct product, int from, int to, bool tallTiles)
    {
        int column = from;
        for (; column + (3 * TLanes.Count) <= to; column += 3 * TLanes.Count)
        {
            Panel3(product, column, tallTiles);
        }

        for (; column < to; column += TLanes.Count)
        {
            Panel1(product, column);
        }
    }

    // The last tile ends at the last row and may overlap the one before, which computes the same values twice and needs no narrower tiles.
    private static void Panel3(in MatrixProduct p, int column, bool tallTiles)
    {
        int row = 0, rows = p.Rows;
        if (tallTiles)
        {
            for (; row + 8 <= rows; row += 8)
            {
                Tile8x3(p, row, column);
            }

            if (rows - row > 4 && rows >= 8)
            {
                Tile8x3(p, rows - 8, column);
                return;
            }
        }

        for (; row + 4 <= rows; row += 4)
        {
            Tile4x3(p, row, column);
        }

        if (row < rows && rows >= 4)
        {
            Tile4x3(p, rows - 4, column);
            return;
        }

        for (; row < rows; row++)
        {
            Tile1x3(p, row, column);
        }
    }

    private static void Panel1(in MatrixProduct p, int column)
    {
        int row = 0, rows = p.Rows;
        for (; row + 8 <= rows; row += 8)
        {
            Tile8x1(p, row, column);
        }

        if (rows - row > 4 && rows >= 8)
        {
            Tile8x1(p, rows - 8, column);
            return;
        }

        for (; row + 4 <= rows; row += 4)
        {
            Tile4x1(p, row, column);
        }

        if (row < rows && rows >= 4)
        {
            Tile4x1(p, rows - 4, column);
            return;
        }

        for (; row < rows; row++)
        {
            Tile1x1(p, row, column);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put3(in MatrixProduct p, int row, int column, TVector v0, TVector v1, TVector v2)
    {
        Put1(p, row, column, v0);
        Put1(p, row, column + TLanes.Count, v1);
        Put1(p, row, column + (2 * TLanes.Count), v2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put1(in MatrixProduct p, int row, int column, TVector value)
    {
        nint place = ((nint)row * p.ResultStride) + column;
        TLanes.Store(p.Factor is null ? value : TLanes.Multiply(value, TLanes.Load(p.Factor + place)), p.Result + place);
    }
}
