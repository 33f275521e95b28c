namespace Geometry.Scores;

/// <summary>
/// With y the deviations of rows from their mean and |y|^2 their squared length in one representation s: the sums of y |y_s|^2 and of
/// |y_s|^2 |y_t|^2. They follow a moving mean with the help of the scatter.
/// </summary>
internal sealed class HigherMoments
{
    private readonly MomentLayout _layout;

    /// <summary>For each representation the sum of y |y_s|^2.</summary>
    private readonly double[][] _cubes;

    /// <summary>The sums of |y_s|^2 |y_t|^2.</summary>
    private readonly double[,] _squares;

    public HigherMoments(MomentLayout layout)
    {
        _layout = layout;
        _cubes = [.. Enumerable.Range(0, layout.Sides).Select(_ => new double[layout.Stride])];
        _squares = new double[layout.Sides, layout.Sides];
    }

    public double SquareProducts(int side, int other) => _squares[side, other];

    public HigherMoments Copy()
    {
        var copy = new HigherMoments(_layout);
        copy.Join(this);
        return copy;
    }

    /// <summary>Adds the sums of another instance, which are about the same mean.</summary>
    public void Join(HigherMoments other)
    {
        for (var s = 0; s < _cubes.Length; s++)
        {
            VectorKernels.Add(1, other._cubes[s], _cubes[s]);
            for (var t = 0; t < _cubes.Length; t++)
            {
                _squares[s, t] += other._squares[s, t];
            }
        }
    }

    /// <summary>Adds rows that are centred on a mean of their own.</summary>
    /// <param name="block">The rows.</param>
    /// <param name="count">Their number.</param>
    /// <param name="from">The mean on which they are centred.</param>
    /// <param name="to">The mean about which the sums are.</param>
    public void AddRows(RowMatrix block, int count, ReadOnlySpan<double> from, ReadOnlySpan<double> to)
    {
        var step = from.ToArray();
        VectorKernels.Add(-1, to, step);
        var y = new double[_layout.Stride];
        Span<double> lengths = stackalloc double[2];
        for (var row = 0; row < count; row++)
        {
            step.CopyTo(y, 0);
            VectorKernels.Add(1, block.PaddedRow(row), y);
            for (var s = 0; s < _cubes.Length; s++)
            {
                var part = y.AsSpan(_layout.Part(s));
                lengths[s] = VectorKernels.Dot(part, part);
            }

            for (var s = 0; s < _cubes.Length; s++)
            {
                VectorKernels.Add(lengths[s], y, _cubes[s]);
                for (var t = 0; t < _cubes.Length; t++)
                {
                    _squares[s, t] += lengths[s] * lengths[t];
                }
            }
        }
    }

    /// <summary>Makes the sums be about another mean: y becomes y - d.</summary>
    /// <param name="step">The other mean minus the one so far, d.</param>
    /// <param name="moments">Number and scatter of the rows, about their own mean.</param>
    public void MoveMean(double[] step, RunningMoments moments)
    {
        var sides = Enumerable.Range(0, _cubes.Length).ToArray();
        var products = Array.ConvertAll(sides, s => ScatterTimes(step, s, moments));
        var traces = Array.ConvertAll(sides, moments.Trace);
        var lengths = Array.ConvertAll(sides, s => VectorKernels.Dot(step.AsSpan(_layout.Part(s)), step.AsSpan(_layout.Part(s))));
        double Inner(int side, double[] vector) => VectorKernels.Dot(step.AsSpan(_layout.Part(side)), vector.AsSpan(_layout.Part(side)));
        foreach (var s in sides)
        {
            foreach (var t in sides)
            {
                _squares[s, t] += lengths[t] * traces[s] + lengths[s] * traces[t] + moments.Count * lengths[s] * lengths[t]
                    - 2 * Inner(t, _cubes[s]) - 2 * Inner(s, _cubes[t]) + 4 * Inner(t, products[s]);
            }
        }

        foreach (var s in sides)
        {
            VectorKernels.Add(-2, products[s], _cubes[s]);
            VectorKernels.Add(-traces[s] - moments.Count * lengths[s], step, _cubes[s]);
        }
    }

    /// <summary>The product of the scatter, of which the upper triangle is known, with the part of a vector that belongs to one representation.</summary>
    private double[] ScatterTimes(double[] vector, int side, RunningMoments moments)
    {
        var (first, end) = (_layout.Part(side).Start.Value, _layout.Part(side).End.Value);
        var result = new double[_layout.Stride];
        var part = new double[_layout.Stride];
        vector.AsSpan(first..end).CopyTo(part.AsSpan(first));
        for (var i = 0; i < end; i++)
        {
            // Four columns at a time, so the entries left of the diagonal in the first four are taken one by one.
            var row = moments.Scatter.AsSpan(i * _layout.Stride, _layout.Stride);
            var next = Math.Min((i + 4) & ~3, _layout.Stride);
            for (var j = i; j < next; j++)
            {
                result[i] += row[j] * part[j];
                result[j] += j > i ? row[j] * part[i] : 0;
            }

            result[i] += VectorKernels.Dot(row[next..], part.AsSpan(next));
            if (part[i] != 0)
            {
                VectorKernels.Add(part[i], row[next..], result.AsSpan(next));
            }
        }

        return result;
    }
}
