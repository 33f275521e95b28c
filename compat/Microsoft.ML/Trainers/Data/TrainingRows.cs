namespace Microsoft.ML.Trainers;

/// <summary>
/// The training rows in memory. Parallel sums run over a partition that depends on the number of rows alone and are added
/// in its order, so a result does not depend on the number of threads.
/// </summary>
internal sealed class TrainingRows(int featureCount)
{
    private const int RowsPerBlock = 1024;
    private const int ValuesPerBlock = 1 << 24;
    private const int PartCount = 32;

    private readonly int _capacity = Math.Clamp(ValuesPerBlock / Math.Max(featureCount, 1), 1, RowsPerBlock);
    private readonly List<RowBlock> _blocks = [];

    public int FeatureCount => featureCount;

    public long Count { get; private set; }

    public double TotalWeight { get; private set; }

    /// <summary>The number of parts that <see cref="ForEachPart"/> visits.</summary>
    public int Parts => Math.Min(PartCount, _blocks.Count);

    public void Add(ReadOnlySpan<float> values, ReadOnlySpan<int> indices, float label, float weight)
    {
        if (_blocks.Count == 0 || _blocks[^1].Count == _capacity)
            _blocks.Add(new RowBlock(featureCount, _capacity, sparse: values.Length < featureCount / 4));
        _blocks[^1].Add(values, indices, label, weight);
        Count++;
        TotalWeight += weight;
    }

    /// <summary>The block and the place in it of a row; all blocks but the last are full.</summary>
    public (RowBlock Block, int Row) Locate(int row) => (_blocks[row / _capacity], row % _capacity);

    /// <summary>Calls <paramref name="visit"/> with each part's number and each of its blocks, parts in parallel.</summary>
    public void ForEachPart(int? maximumThreads, Action<int, RowBlock> visit)
    {
        int parts = Parts;
        if (parts == 1)
        {
            foreach (var block in _blocks) visit(0, block);
            return;
        }

        Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = maximumThreads ?? -1 }, part =>
        {
            for (int b = part * _blocks.Count / parts; b < (part + 1) * _blocks.Count / parts; b++) visit(part, _blocks[b]);
        });
    }

    /// <summary>The weighted mean square of each feature; the least positive one stands in for zero.</summary>
    public double[] MeanSquares()
    {
        var squares = new double[featureCount];
        foreach (var block in _blocks)
        {
            for (int row = 0; row < block.Count; row++) block.AddSquaresTo(row, block.Weights[row] / TotalWeight, squares);
        }

        double least = squares.Where(s => s > 0).DefaultIfEmpty(1).Min();
        return [.. squares.Select(s => Math.Max(s, least))];
    }
}
