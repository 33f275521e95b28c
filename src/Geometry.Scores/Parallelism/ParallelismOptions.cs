namespace Geometry.Scores;

/// <summary>How parallelism is measured.</summary>
public sealed record ParallelismOptions
{
    private readonly int _restarts = 20;
    private readonly int _maximumThreads = Environment.ProcessorCount;

    /// <summary>Gets which conditions are paired. Default: <see cref="ParallelismPairing.BestPairing"/>.</summary>
    public ParallelismPairing Pairing { get; init; } = ParallelismPairing.BestPairing;

    /// <summary>Gets how difference vectors are compared. Default: <see cref="CodingSimilarity.Cosine"/>.</summary>
    public CodingSimilarity Similarity { get; init; } = CodingSimilarity.Cosine;

    /// <summary>
    /// Gets how many random pairings the search starts from, beside the one of least squared distances, when there are too many pairings to
    /// try all. At least 0. Default: 20.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Restarts
    {
        get => _restarts;
        init => _restarts = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The number of restarts cannot be negative.");
    }

    /// <summary>Gets the seed of the restarts. Default: 0.</summary>
    public long Seed { get; init; }

    /// <summary>
    /// Gets the null that the values are compared with, <see cref="NullKind.LabelShuffle"/> or <see cref="NullKind.Geometric"/>. The
    /// maximum over pairings raises the null as much as the value. Default: null, none.
    /// </summary>
    public NullOptions? Null { get; init; }

    /// <summary>Gets the most threads, at least 1. The result does not depend on it. Default: one a processor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaximumThreads
    {
        get => _maximumThreads;
        init => _maximumThreads = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one thread is needed.");
    }

    /// <summary>Gets the name of the variant that the options choose.</summary>
    internal string Variant =>
        (Similarity == CodingSimilarity.Cosine ? "cosine" : "pearson") + (Pairing == ParallelismPairing.BestPairing ? "/best-pairing" : "/hamming-one");
}
