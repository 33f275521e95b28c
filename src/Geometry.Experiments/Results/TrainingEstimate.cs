namespace Geometry.Experiments;

/// <summary>What the training of cells will cost, as far as that is known before a row is there.</summary>
/// <param name="Cells">How many cells it is about.</param>
/// <param name="CellsKnown">For how many of them it is known: those that train an <c>Mlp</c> on rows drawn from a task.</param>
/// <param name="Duration">
/// Roughly how long these take together on one thread, if none stops early. A guide to within a factor of about three: processors differ.
/// </param>
public sealed record TrainingEstimate(int Cells, int CellsKnown, TimeSpan Duration)
{
    /// <summary>Gets the time with several cells side by side.</summary>
    /// <param name="threads">How many cells run at a time, at least 1; no more than there are cells or processors help.</param>
    /// <returns>The time.</returns>
    public TimeSpan OnThreads(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        return Duration / Math.Max(1, Math.Min(Math.Min(threads, Environment.ProcessorCount), CellsKnown));
    }
}
