namespace Geometry.Scores;

/// <summary>
/// The kernel of a dichotomy over all rows, as targets of +1 and -1. Signs are the same within a condition, so the products with them follow
/// from the moments of the conditions.
/// </summary>
internal sealed class SignSums
{
    private readonly RunningMoments[] _groups;
    private readonly RunningMoments _total;
    private readonly bool _centred;
    private readonly double[] _signs;
    private readonly double _square;

    public SignSums(RunningMoments[] groups, RunningMoments total, Dichotomy target, AlignmentKind kind)
    {
        _groups = groups;
        _total = total;
        _centred = kind != AlignmentKind.Uncentred;
        _signs = [.. groups.Select((_, condition) => target.IsPositive(condition) ? 1.0 : -1)];
        var mean = _centred ? groups.Select((group, condition) => _signs[condition] * ((double)group.Count / total.Count)).Sum() : 0;
        double fourth = 0;
        for (var condition = 0; condition < groups.Length; condition++)
        {
            _signs[condition] -= mean;
            var square = _signs[condition] * _signs[condition];
            _square += groups[condition].Count * square;
            fourth += groups[condition].Count * square * square;
        }

        Reason = ProductSums.IsConstant(_square, total.Count * mean * mean) ? $"'{target.Name}' has zero variance over the {total.Count} rows of the kernel" : null;
        ForAlignment = new AlignmentSums.Side($"'{target.Name}'", 1, fourth / _square / _square);
    }

    public string? Reason { get; }

    /// <summary>What alignment needs of this side; its kernel is of rank one.</summary>
    public AlignmentSums.Side ForAlignment { get; }

    /// <summary>What the alignment with a representation needs.</summary>
    public AlignmentSums Join(ProductSums responses)
    {
        var part = _total.Layout.Part(responses.Representation);
        var products = new double[_total.Stride];
        var deviation = new double[_total.Stride];
        double diagonals = 0;
        for (var condition = 0; condition < _groups.Length; condition++)
        {
            double count = _groups[condition].Count;
            _groups[condition].Mean.CopyTo(deviation, 0);
            VectorKernels.Add(_centred ? -1 : 0, _total.Mean, deviation);
            VectorKernels.Add(count * _signs[condition], deviation, products);
            var squares = _groups[condition].Trace(responses.Representation) + count * VectorKernels.Dot(deviation.AsSpan(part), deviation.AsSpan(part));
            diagonals += _signs[condition] * _signs[condition] * squares;
        }

        var product = VectorKernels.Dot(products.AsSpan(part), products.AsSpan(part)) / responses.Trace / _square;
        return new AlignmentSums(_total.Count, responses.ForAlignment, ForAlignment, product, diagonals / responses.Trace / _square);
    }
}
