namespace Geometry.Scores;

/// <summary>
/// Products of large matrices whose columns are shared out among threads. Every entry is summed by one thread in the order of
/// <see cref="RankUpdate"/>, so the result is the same bits at any number of threads.
/// </summary>
internal static class ParallelProducts
{
    /// <summary>Products with fewer multiplications than this are done at once.</summary>
    private const double SmallProduct = 2e7;

    /// <summary>Computes A^T B.</summary>
    public static RowMatrix Product(RowMatrix a, RowMatrix b) => Compute(a, b, false);

    /// <summary>Computes the upper triangle of A^T A (blocks of 4 x 4 on the diagonal are filled in full).</summary>
    public static RowMatrix Symmetric(RowMatrix a) => Compute(a, a, true);

    private static RowMatrix Compute(RowMatrix a, RowMatrix b, bool upper)
    {
        // The symmetric form writes whole tiles, which reach into the padding.
        var result = new RowMatrix(upper ? a.Stride : a.Columns, b.Columns);
        var parts = (double)a.Rows * a.Stride * b.Stride < SmallProduct ? 1 : Math.Min(2 * Environment.ProcessorCount, (b.Stride + 11) / 12);
        Workers.Run(Environment.ProcessorCount, parts, () => new RankUpdate(), (part, update) =>
        {
            var (from, to) = (Edge(b.Stride, part, parts, upper), Edge(b.Stride, part + 1, parts, upper));
            update.Product(result.Values, result.Stride, a, b, from, to, upper);
        });
        return result;
    }

    /// <summary>Where a part begins: parts have as many entries, and begin where tiles do.</summary>
    private static int Edge(int columns, int part, int parts, bool upper)
    {
        var share = (double)part / parts;
        return part == parts ? columns : (int)Math.Round(columns * (upper ? Math.Sqrt(share) : share) / 12) * 12;
    }
}
