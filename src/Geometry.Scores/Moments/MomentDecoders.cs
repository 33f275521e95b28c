namespace Geometry.Scores;

/// <summary>
/// Least-squares decoders from moments of groups of rows, all of one condition each: for every training set (a list of groups) one
/// factorisation serves all targets. Rows are decoded after the mean of all rows has been subtracted.
/// </summary>
internal sealed class MomentDecoders
{
    private readonly RunningMoments[] _groups;
    private readonly double[] _centre;
    private readonly double[] _row;

    /// <param name="groups">The moments of each group.</param>
    /// <param name="width">Number of units; further columns of the groups are not decoded.</param>
    public MomentDecoders(RunningMoments[] groups, int width)
    {
        _groups = groups;
        Width = width;
        Stride = RowMatrix.PaddedWidth(width + 1);
        _row = new double[Stride];
        _centre = new double[width];
        var total = groups.Sum(g => g.Count);
        foreach (var group in groups)
        {
            for (var i = 0; i < width; i++)
            {
                _centre[i] += group.Mean[i] * ((double)group.Count / total);
            }
        }
    }

    public int Width { get; }

    /// <summary>Padded length of weights: units, then the intercept.</summary>
    public int Stride { get; }

    /// <summary>Fits decoders of several targets on each of several training sets.</summary>
    /// <param name="sets">The groups of each training set.</param>
    /// <param name="sides">For each fit of each set whether a group is on the positive side.</param>
    /// <param name="decoder">The decoder.</param>
    /// <param name="threads">The most threads.</param>
    /// <returns>The weights by set and fit.</returns>
    public double[][][] Fit(IReadOnlyList<int[]> sets, IReadOnlyList<IReadOnlyList<Func<int, bool>>> sides, LeastSquaresDecoder decoder, int threads)
    {
        var data = DecoderData.WithoutRows(Width);
        var result = new double[sets.Count][][];
        Workers.Run(
            threads,
            sets.Count,
            () => (Solver: new LeastSquaresSolver(data, decoder), Gram: new double[Stride * Stride]),
            (set, work) =>
            {
                work.Gram.AsSpan().Clear();
                foreach (var group in sets[set])
                {
                    AddGram(_groups[group], work.Gram);
                }

                var factored = work.Solver.Factor(work.Gram);
                var total = work.Gram[Width * Stride + Width];
                result[set] = [.. sides[set].Select(side =>
                {
                    var weights = RightHandSide(sets[set], side);
                    work.Solver.SolveFactored(factored, total, weights);
                    return weights;
                })];
            });
        return result;
    }

    /// <summary>Prepares a row for <see cref="Decide"/>.</summary>
    public void Take(ReadOnlySpan<float> row)
    {
        for (var i = 0; i < Width; i++)
        {
            _row[i] = row[i] - _centre[i];
        }

        _row[Width] = 1;
    }

    /// <summary>The decision about the row that was taken last.</summary>
    public double Decide(double[] weights) => VectorKernels.Dot(_row, weights);

    private void AddGram(RunningMoments group, double[] gram)
    {
        double n = group.Count;
        for (var i = 0; i < Width; i++)
        {
            var target = gram.AsSpan(i * Stride, Stride);
            var scatter = group.Scatter.AsSpan(i * group.Stride, group.Stride);
            var deviation = n * (group.Mean[i] - _centre[i]);
            for (var j = i; j < Width; j++)
            {
                target[j] += scatter[j] + deviation * (group.Mean[j] - _centre[j]);
            }

            target[Width] += deviation;
        }

        gram[Width * Stride + Width] += n;
    }

    private double[] RightHandSide(int[] set, Func<int, bool> isPositive)
    {
        var sum = new double[Stride];
        foreach (var group in set)
        {
            var weight = isPositive(group) ? _groups[group].Count : -(double)_groups[group].Count;
            for (var i = 0; i < Width; i++)
            {
                sum[i] += weight * (_groups[group].Mean[i] - _centre[i]);
            }

            sum[Width] += weight;
        }

        return sum;
    }
}
