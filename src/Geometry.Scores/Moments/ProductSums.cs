namespace Geometry.Scores;

/// <summary>
/// The sums of products of the columns of one representation over all rows, centred where the kind of alignment asks for it and scaled so
/// that the trace is 1, as <see cref="AlignmentSide"/> is for rows that are at hand.
/// </summary>
internal sealed class ProductSums
{
    /// <summary>Responses whose centred square sum is less than this part of their square sum do not vary but for rounding.</summary>
    private const double VarianceTolerance = 1e-24;

    private readonly RunningMoments _total;
    private readonly double _meanWeight;

    public ProductSums(RunningMoments total, int side, AlignmentKind kind, string name)
    {
        _total = total;
        Representation = side;
        _meanWeight = kind == AlignmentKind.Uncentred ? total.Count : 0;
        Name = name;
        var mean = total.Mean.AsSpan(total.Layout.Part(side));
        var means = total.Count * VectorKernels.Dot(mean, mean);
        var scatter = total.Trace(side);
        Trace = kind == AlignmentKind.Uncentred ? scatter + means : scatter;
        Reason = kind == AlignmentKind.Uncentred
            ? (Trace > 0 ? null : $"all values of {name} are zero")
            : IsConstant(scatter, means) ? $"{name} has zero variance over the {total.Count} rows of the kernel" : null;
        Square = Reason is null ? SquareSum() : 0;
    }

    public string Name { get; }

    /// <summary>Which of the two representations.</summary>
    public int Representation { get; }

    public double Trace { get; }

    public string? Reason { get; }

    /// <summary>The square sum of the scaled products of these columns with each other, which is that of the kernel.</summary>
    public double Square { get; }

    /// <summary>The square sum of the diagonal of the scaled centred kernel.</summary>
    public double Diagonals => _total.SquareProducts(Representation, Representation) / Trace / Trace;

    /// <summary>What alignment needs of this side.</summary>
    public AlignmentSums.Side ForAlignment => new(Name, Square, Diagonals);

    /// <summary>Whether a square sum of deviations is nothing but rounding beside that of the means.</summary>
    public static bool IsConstant(double scatter, double means) => scatter <= VarianceTolerance * (scatter + means);

    /// <summary>What the alignment of both representations needs.</summary>
    public static AlignmentSums Join(ProductSums z, ProductSums u)
    {
        var scale = 1 / Math.Sqrt(z.Trace) / Math.Sqrt(u.Trace);
        var layout = z._total.Layout;
        double sum = 0;
        for (var i = 0; i < layout.Width(0); i++)
        {
            for (var j = layout.First(1); j < layout.First(1) + layout.Width(1); j++)
            {
                var value = z.At(i, j) * scale;
                sum += value * value;
            }
        }

        return new AlignmentSums(z._total.Count, z.ForAlignment, u.ForAlignment, sum, z._total.SquareProducts(0, 1) / z.Trace / u.Trace);
    }

    /// <summary>The scaled products of the columns with each other.</summary>
    public RowMatrix ToMatrix()
    {
        var (first, width) = (_total.Layout.First(Representation), _total.Layout.Width(Representation));
        var matrix = new RowMatrix(width, width);
        for (var i = 0; i < width; i++)
        {
            for (var j = i; j < width; j++)
            {
                matrix.Row(i)[j] = matrix.Row(j)[i] = At(first + i, first + j) / Trace;
            }
        }

        return matrix;
    }

    private double At(int i, int j) => _total.Scatter[i * _total.Stride + j] + _meanWeight * _total.Mean[i] * _total.Mean[j];

    private double SquareSum()
    {
        var (first, end) = (_total.Layout.First(Representation), _total.Layout.First(Representation) + _total.Layout.Width(Representation));
        double sum = 0;
        for (var i = first; i < end; i++)
        {
            var diagonal = At(i, i) / Trace;
            double above = 0;
            for (var j = i + 1; j < end; j++)
            {
                var value = At(i, j) / Trace;
                above += value * value;
            }

            sum += diagonal * diagonal + 2 * above;
        }

        return sum;
    }
}
