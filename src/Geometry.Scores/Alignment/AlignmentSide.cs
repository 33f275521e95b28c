namespace Geometry.Scores;

/// <summary>
/// A matrix made ready for one kind of alignment: centred where the kind asks for it and scaled to square sum 1, or the reason why it
/// cannot be aligned with anything.
/// </summary>
internal sealed class AlignmentSide
{
    /// <summary>Responses whose centred square sum is less than this part of their square sum do not vary but for rounding.</summary>
    private const double VarianceTolerance = 1e-24;

    private readonly Lazy<(double[] Diagonal, double[] Sums)> _parts;
    private MinibatchParts? _batches;

    /// <param name="matrix">The matrix; it is changed.</param>
    /// <param name="kind">The kind of alignment.</param>
    /// <param name="name">What to call it in reasons.</param>
    /// <param name="preferKernel">Which form to use; null for the cheaper one.</param>
    public AlignmentSide(RowMatrix matrix, AlignmentKind kind, string name, bool? preferKernel = null)
    {
        Name = name;
        Rows = matrix.Rows;
        var square = SquareSum(matrix);
        if (kind != AlignmentKind.Uncentred)
        {
            var before = square;
            matrix.CentreColumns();
            square = SquareSum(matrix);
            if (square <= VarianceTolerance * before)
            {
                Reason = $"{name} has zero variance over the {matrix.Rows} rows of the kernel";
            }
        }
        else if (square == 0)
        {
            Reason = $"all values of {name} are zero";
        }

        // With trace 1 very small and very large responses neither vanish nor overflow when they are multiplied.
        var factor = Reason is null ? 1 / Math.Sqrt(square) : 0;
        foreach (ref var value in matrix.Values.AsSpan())
        {
            value *= factor;
        }

        Kernel = new KernelSide(matrix, preferKernel);
        _parts = new Lazy<(double[] Diagonal, double[] Sums)>(() => DiagonalAndRowSums(matrix));
    }

    public string Name { get; }

    public int Rows { get; }

    public string? Reason { get; }

    public KernelSide Kernel { get; }

    /// <summary>The kernel's diagonal.</summary>
    public double[] Diagonal => _parts.Value.Diagonal;

    /// <summary>The sums of the kernel's rows without the diagonal.</summary>
    public double[] RowSums => _parts.Value.Sums;

    /// <summary>The batches, which are cut once: all comparisons of a side are with the same options.</summary>
    public MinibatchParts Batches(AlignmentOptions options) => _batches ??= new MinibatchParts(Kernel.Features, options);

    /// <summary>Diagonal and sums of rows without the diagonal of the kernel of a matrix.</summary>
    public static (double[] Diagonal, double[] Sums) DiagonalAndRowSums(RowMatrix z)
    {
        var total = new double[z.Stride];
        for (var row = 0; row < z.Rows; row++)
        {
            VectorKernels.Add(1, z.PaddedRow(row), total);
        }

        var diagonal = new double[z.Rows];
        var sums = new double[z.Rows];
        for (var row = 0; row < z.Rows; row++)
        {
            diagonal[row] = VectorKernels.Dot(z.PaddedRow(row), z.PaddedRow(row));
            sums[row] = VectorKernels.Dot(z.PaddedRow(row), total) - diagonal[row];
        }

        return (diagonal, sums);
    }

    private static double SquareSum(RowMatrix matrix) => VectorKernels.Dot(matrix.Values, matrix.Values);
}
