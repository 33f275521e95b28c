namespace Geometry.Scores;

/// <summary>What decoders of rows that are not kept have in common.</summary>
internal static class StreamedRows
{
    /// <summary>The decoder, when it follows from moments.</summary>
    public static LeastSquaresDecoder LeastSquares(LinearDecoder decoder) => decoder is LeastSquaresDecoder { NeedsOnlyMoments: true } leastSquares
        ? leastSquares
        : throw new ArgumentException(
            $"The decoder '{decoder.Name}' needs the rows themselves; streamed rows are decoded by LinearDecoder.LeastSquares without weights.");

    /// <summary>Why nothing can be decoded when all rows of all groups are equal, otherwise null.</summary>
    public static string? ReasonAgainst(IReadOnlyList<RunningMoments> groups)
    {
        var some = groups.FirstOrDefault(g => g.Count > 0);
        var equal = some is not null && groups.All(g => g.Count == 0 || (g.Trace(0) == 0 && g.Mean.SequenceEqual(some.Mean)));
        return equal ? RowSelection.ConstantReason : null;
    }
}
