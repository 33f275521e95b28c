using Geometry.Scores;

namespace Geometry.Experiments;

/// <summary>What the scores of cells will cost, as far as that is known before networks are trained.</summary>
/// <param name="Cells">How many cells it is about.</param>
/// <param name="CellsKnown">For how many of them all is known: the rows to score and the width of each column that is scored.</param>
/// <param name="Cost">What the decoders of these cost together, with one thread a cell; no fits where no score trains any.</param>
public sealed record ScoreEstimate(int Cells, int CellsKnown, ScoreCost Cost)
{
    /// <summary>Gets the cost with several cells side by side.</summary>
    /// <param name="threads">How many cells run at a time, at least 1; no more than there are cells or processors help.</param>
    /// <returns>The cost.</returns>
    public ScoreCost OnThreads(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return Cost with { Duration = Cost.Duration / Math.Max(1, Math.Min(Math.Min(threads, Environment.ProcessorCount), CellsKnown)) };
    }
}
