namespace Geometry.Networks;

/// <summary>
/// A product of single-precision matrices in pinned memory, Result = (Start + Left * Right) .* Factor: each element of the result is one
/// chain of fused multiply-adds, in the order of the inner index.
/// </summary>
/// <remarks>
/// Vectors run along columns, never along the inner index, so that every width of vector, every tiling and plain numbers give the same
/// bits. The result must not overlap what is read.
/// </remarks>
internal unsafe struct MatrixProduct
{
    /// <summary>The rows of the result.</summary>
    public int Rows;

    /// <summary>The columns of the result, a multiple of <see cref="VectorWidths.Padding"/>.</summary>
    public int Columns;

    /// <summary>The length of the sums.</summary>
    public int Inner;

    /// <summary>The left matrix: element (row, k) is at row * <see cref="LeftRowStride"/> + k * <see cref="LeftStep"/>, so that it may be transposed.</summary>
    public float* Left;

    /// <summary>From one row of the left matrix to the next.</summary>
    public int LeftRowStride;

    /// <summary>From one inner index of the left matrix to the next.</summary>
    public int LeftStep;

    /// <summary>The right matrix, row-major.</summary>
    public float* Right;

    /// <summary>From one row of the right matrix to the next.</summary>
    public int RightStride;

    /// <summary>What the sums start from.</summary>
    public float* Start;

    /// <summary>From one row of the start to the next; 0 when all rows start from the same.</summary>
    public int StartStride;

    /// <summary>The result, row-major.</summary>
    public float* Result;

    /// <summary>From one row of the result, and of the factors, to the next.</summary>
    public int ResultStride;

    /// <summary>What the sums are multiplied by, element by element; null for 1.</summary>
    public float* Factor;

    /// <summary>Computes the product.</summary>
    /// <param name="width">The vectors to use.</param>
    public readonly void Compute(VectorWidth width)
    {
        switch (width)
        {
            case VectorWidth.Sixteen:
                int wide = Columns / Lanes16.Count * Lanes16.Count;
                MatrixTiles<Lanes16, System.Runtime.Intrinsics.Vector512<float>>.Compute(this, 0, wide, tallTiles: true);
                MatrixTiles<Lanes8, System.Runtime.Intrinsics.Vector256<float>>.Compute(this, wide, Columns, tallTiles: true);
                break;
            case VectorWidth.Eight:
                MatrixTiles<Lanes8, System.Runtime.Intrinsics.Vector256<float>>.Compute(this, 0, Columns, tallTiles: false);
                break;
            default:
                MatrixTiles<Lanes1, float>.Compute(this, 0, Columns, tallTiles: false);
                break;
        }
    }
}
