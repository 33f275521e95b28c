namespace Geometry.Scores;

/// <summary>
/// What the alignment of two kernels of trace 1 needs: number of rows, inner products of the kernels, and those of their diagonals (used by
/// the debiased estimator alone).
/// </summary>
internal readonly record struct AlignmentSums(long Rows, AlignmentSums.Side Z, AlignmentSums.Side U, double Product, double Diagonals)
{
    /// <summary>A kernel's name and its products with itself.</summary>
    internal readonly record struct Side(string Name, double Square, double Diagonals);
}
