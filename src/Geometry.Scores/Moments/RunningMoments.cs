namespace Geometry.Scores;

/// <summary>
/// Count, mean and scatter (sum of outer products of deviations from the mean) of rows that come in blocks, and of the third and fourth
/// moments what unbiased estimates need. Every block is centred on its own mean and joined by the update of Chan, Golub and LeVeque
/// (1983), so that a large common mean costs no precision. Rows are of one or two representations side by side, each padded with zeros.
/// </summary>
internal sealed class RunningMoments
{
    /// <summary>Rows that are centred together; with the deviation of their mean they fill the panels of <see cref="RankUpdate"/>.</summary>
    public const int BlockRows = 4 * RankUpdate.Depth - 1;

    private static readonly int[] Places = [.. Enumerable.Range(0, BlockRows + 1)];

    private readonly HigherMoments _higher;

    public RunningMoments(MomentLayout layout)
    {
        Layout = layout;
        Mean = new double[Stride];
        Scatter = new double[checked(Stride * Stride)];
        _higher = new HigherMoments(layout);
    }

    public MomentLayout Layout { get; }

    public int Stride => Layout.Stride;

    public long Count { get; private set; }

    public double[] Mean { get; }

    /// <summary>The upper triangle, row by row with <see cref="Stride"/>.</summary>
    public double[] Scatter { get; }

    /// <summary>The sum of the scatter's diagonal over the columns of a representation.</summary>
    public double Trace(int side)
    {
        double trace = 0;
        for (var i = Layout.First(side); i < Layout.First(side) + Layout.Width(side); i++)
        {
            trace += Scatter[i * Stride + i];
        }

        return trace;
    }

    /// <summary>The sum over rows of the product of the squared distances from the mean in one representation and in the same or the other.</summary>
    public double SquareProducts(int side, int other) => _higher.SquareProducts(side, other);

    /// <summary>Adds up to <see cref="BlockRows"/> rows, each of <see cref="Stride"/> numbers.</summary>
    public void Add(ReadOnlySpan<float> rows, RankUpdate update, MomentWork work)
    {
        var count = rows.Length / Stride;
        var block = work.Block;
        var mean = work.Mean.AsSpan();
        mean.Clear();
        for (var row = 0; row < count; row++)
        {
            VectorKernels.Widen(rows.Slice(row * Stride, Stride), block.PaddedRow(row));
            VectorKernels.Add(1, block.PaddedRow(row), mean);
        }

        for (var i = 0; i < mean.Length; i++)
        {
            mean[i] /= count;
        }

        for (var row = 0; row < count; row++)
        {
            VectorKernels.Add(-1, mean, block.PaddedRow(row));
        }

        var deviation = block.PaddedRow(count);
        mean.CopyTo(deviation);
        VectorKernels.Add(-1, Mean, deviation);
        MoveMean(count, deviation);
        _higher.AddRows(block, count, mean, Mean);

        // The deviation of the two means is one more row, with a weight of its own.
        work.Scales.AsSpan(0, count).Fill(1);
        work.Scales[count] = WeightOfDeviation(count);
        update.Symmetric(Scatter, Stride, block.Values, Places.AsSpan(0, count + 1), work.Scales.AsSpan(0, count + 1));
    }

    /// <summary>Adds the rows that another instance has seen.</summary>
    public void Join(RunningMoments other, RankUpdate update)
    {
        if (other.Count == 0)
        {
            return;
        }

        var deviation = (double[])other.Mean.Clone();
        VectorKernels.Add(-1, Mean, deviation);
        MoveMean(other.Count, deviation);
        var fromOther = (double[])Mean.Clone();
        VectorKernels.Add(-1, other.Mean, fromOther);
        var moved = other._higher.Copy();
        moved.MoveMean(fromOther, other);
        _higher.Join(moved);
        VectorKernels.Add(1, other.Scatter, Scatter);
        update.Symmetric(Scatter, Stride, deviation, Places.AsSpan(0, 1), [WeightOfDeviation(other.Count)]);
    }

    public RunningMoments Copy()
    {
        var copy = new RunningMoments(Layout) { Count = Count };
        Mean.CopyTo(copy.Mean, 0);
        Scatter.CopyTo(copy.Scatter, 0);
        copy._higher.Join(_higher);
        return copy;
    }

    /// <summary>Takes in the number and mean of further rows, whose mean lies at a deviation from that of the rows so far.</summary>
    private void MoveMean(long count, ReadOnlySpan<double> deviation)
    {
        var step = new double[Stride];
        VectorKernels.Add((double)count / (Count + count), deviation, step);
        if (Count > 0)
        {
            _higher.MoveMean(step, this);
        }

        Count += count;
        VectorKernels.Add(1, step, Mean);
    }

    /// <summary>The weight of the outer product of the deviation of two means, after the last <paramref name="count"/> rows were counted.</summary>
    private double WeightOfDeviation(long count) => (double)(Count - count) / Count * count;
}
