namespace Geometry.Experiments;

/// <summary>How an experiment is run. Nothing here changes its results.</summary>
public sealed record RunOptions
{
    private readonly int _threads = Environment.ProcessorCount;
    private readonly long _scoreMemory = 1L << 30;

    /// <summary>Gets how many cells run at a time, at least 1. Each cell computes on one thread. Default: one a processor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int Threads
    {
        get => _threads;
        init => _threads = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one thread is needed.");
    }

    /// <summary>
    /// Gets the most memory in bytes, at least 0, in which the scores of a cell read columns together; what does not go into it is read in
    /// further passes over the test rows. Default: 1 GiB.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public long ScoreMemory
    {
        get => _scoreMemory;
        init => _scoreMemory = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A memory is not negative.");
    }

    /// <summary>Gets what is told of the progress, from any thread; null for nothing.</summary>
    public IProgress<RunProgress>? Progress { get; init; }

    /// <summary>Gets where cells are kept as they are done, and found in place of being computed again; null for nowhere.</summary>
    public CellStore? Store { get; init; }

    /// <summary>
    /// Gets what is told, from any thread and once, what the scores of the first cells will cost: those that share the rows that are there first. Called
    /// before their networks are trained, if what they cost can be known then; null for nothing.
    /// </summary>
    public Action<ScoreEstimate>? ScoresKnown { get; init; }
}
