namespace Geometry.Scores;

/// <summary>The sums of products of some columns over all rows, centred where the kind asks for it; scaled so that the trace is 1.</summary>
internal sealed class ProductSums
{
    /// <summary>Responses whose centred square sum is less than this part of their square sum do not vary but for rounding.</summary>
    public const double VarianceTolerance = 1e-24;

    private readonly RunningMoments _total;
    private readonly int _first;
    private readonly double _meanWeight;

    public ProductSums(RunningMoments total, int first, int width, AlignmentKind kind, string name)
    {
        _total = total;
        _first = first;
        _meanWeight = kind == AlignmentKind.Uncentred ? total.Count : 0;
        Width = width;
        double means = 0;
        for (var i = first; i < first + width; i++)
        {
            means += total.Count * total.Mean[i] * total.Mean[i];
        }

        var scatter = total.Trace(first, width);
        Trace = kind == AlignmentKind.Uncentred ? scatter + means : scatter;
        Reason = kind == AlignmentKind.Uncentred
            ? (Trace > 0 ? null : $"all values of {name} are zero")
            : scatter <= VarianceTolerance * (scatter + means) ? $"{name} has zero variance over the {total.Count} rows of the kernel" : null;
        Square = Reason is null ? SquareSum() : 0;
    }

    public int Width { get; }

    public double Trace { get; }

    public string? Reason { get; }

    /// <summary>The square sum of the scaled products of these columns with each other.</summary>
    public double Square { get; }

    /// <summary>The square sum of the scaled products of the columns of two ranges, the first of which comes before the second.</summary>
    public static double SquareWith(ProductSums a, ProductSums b)
    {
        var scale = 1 / Math.Sqrt(a.Trace) / Math.Sqrt(b.Trace);
        double sum = 0;
        for (var i = 0; i < a.Width; i++)
        {
            for (var j = 0; j < b.Width; j++)
            {
                var value = a.At(a._first + i, b._first + j) * scale;
                sum += value * value;
            }
        }

        return sum;
    }

    private double At(int i, int j) => _total.Scatter[i * _total.Stride + j] + _meanWeight * _total.Mean[i] * _total.Mean[j];

    private double SquareSum()
    {
        double sum = 0;
        for (var i = _first; i < _first + Width; i++)
        {
            var diagonal = At(i, i) / Trace;
            double above = 0;
            for (var j = i + 1; j < _first + Width; j++)
            {
                var value = At(i, j) / Trace;
                above += value * value;
            }

            sum += diagonal * diagonal + 2 * above;
        }

        return sum;
    }
}
