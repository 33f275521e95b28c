namespace Geometry.Scores;

/// <summary>
/// Count, mean and scatter (sum of outer products of deviations from the mean) of rows that come in blocks. Every block is centred on its
/// own mean and joined by the update of Chan, Golub and LeVeque (1983), so that a large common mean costs no precision.
/// </summary>
internal sealed class RunningMoments
{
    /// <summary>Rows that are centred together.</summary>
    public const int BlockRows = 128;

    private static readonly int[] Places = [.. Enumerable.Range(0, BlockRows + 1)];

    public RunningMoments(int columns)
    {
        Columns = columns;
        Stride = RowMatrix.PaddedWidth(columns);
        Mean = new double[Stride];
        Scatter = new double[(long)Stride * Stride];
    }

    public int Columns { get; }

    public int Stride { get; }

    public long Count { get; private set; }

    public double[] Mean { get; }

    /// <summary>The upper triangle, row by row with <see cref="Stride"/>.</summary>
    public double[] Scatter { get; }

    /// <summary>The sum of the scatter's diagonal over a range of columns.</summary>
    public double Trace(int first, int count)
    {
        double trace = 0;
        for (var i = first; i < first + count; i++)
        {
            trace += Scatter[i * Stride + i];
        }

        return trace;
    }

    /// <summary>Adds up to <see cref="BlockRows"/> rows.</summary>
    public void Add(ReadOnlySpan<float> rows, RankUpdate update, MomentWork work)
    {
        var count = rows.Length / Columns;
        var block = work.Block;
        for (var row = 0; row < count; row++)
        {
            var source = rows.Slice(row * Columns, Columns);
            var target = block.Row(row);
            for (var i = 0; i < source.Length; i++)
            {
                target[i] = source[i];
            }
        }

        var mean = work.Mean.AsSpan();
        mean.Clear();
        for (var row = 0; row < count; row++)
        {
            VectorKernels.Add(1, block.PaddedRow(row), mean);
        }

        for (var i = 0; i < Columns; i++)
        {
            mean[i] /= count;
        }

        for (var row = 0; row < count; row++)
        {
            VectorKernels.Add(-1, mean, block.PaddedRow(row));
        }

        // The deviation of the two means is one more row, with a weight of its own.
        var deviation = block.PaddedRow(count);
        work.Scales.AsSpan(0, count).Fill(1);
        work.Scales[count] = MoveMean(count, mean, deviation);
        update.Symmetric(Scatter, Stride, block.Values, Places.AsSpan(0, count + 1), work.Scales.AsSpan(0, count + 1));
    }

    /// <summary>Adds the rows that another instance has seen.</summary>
    public void Join(RunningMoments other, RankUpdate update)
    {
        if (other.Count == 0)
        {
            return;
        }

        var deviation = new double[Stride];
        var weight = MoveMean(other.Count, other.Mean, deviation);
        VectorKernels.Add(1, other.Scatter, Scatter);
        update.Symmetric(Scatter, Stride, deviation, Places.AsSpan(0, 1), [weight]);
    }

    public RunningMoments Copy()
    {
        var copy = new RunningMoments(Columns) { Count = Count };
        Mean.CopyTo(copy.Mean, 0);
        Scatter.CopyTo(copy.Scatter, 0);
        return copy;
    }

    /// <summary>Takes rows with another mean in, writes the deviation of that mean and returns the weight of its outer product.</summary>
    private double MoveMean(long count, ReadOnlySpan<double> mean, Span<double> deviation)
    {
        mean.CopyTo(deviation);
        VectorKernels.Add(-1, Mean, deviation);
        var before = Count;
        Count += count;
        VectorKernels.Add((double)count / Count, deviation, Mean);
        return before == 0 ? 0 : (double)before / Count * count;
    }
}
