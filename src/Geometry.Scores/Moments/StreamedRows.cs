namespace Geometry.Scores;

/// <summary>What decoders of rows that are not kept have in common.</summary>
internal static class StreamedRows
{
    /// <summary>The decoder, when it follows from moments.</summary>
    public static LeastSquaresDecoder LeastSquares(LinearDecoder decoder) => decoder is LeastSquaresDecoder { NeedsOnlyMoments: true } leastSquares
        ? leastSquares
        : throw new ArgumentException(
            $"The decoder '{decoder.Name}' needs the rows themselves; streamed rows are decoded by LinearDecoder.LeastSquares without weights.");

    /// <summary>Whether all rows of all groups are equal.</summary>
    public static bool AreEqual(IReadOnlyList<RunningMoments> groups)
    {
        var some = groups.FirstOrDefault(g => g.Count > 0);
        return groups.All(g => g.Count == 0 || (g.Trace(0) == 0 && g.Mean.SequenceEqual(some!.Mean)));
    }
}
