namespace Geometry.Scores;

/// <summary>How cross-condition generalisation is measured.</summary>
public sealed record CcgpOptions
{
    private readonly int _maximumSplits = 1000;
    private readonly int? _maximumRowsPerCondition;
    private readonly int _maximumThreads = Environment.ProcessorCount;

    /// <summary>Gets the decoder. Default: <see cref="LinearDecoder.SupportVector"/>.</summary>
    public LinearDecoder Decoder { get; init; } = LinearDecoder.SupportVector;

    /// <summary>Gets which conditions are held out. Default: <see cref="CcgpSplit.LeaveOnePairOut"/>.</summary>
    public CcgpSplit Split { get; init; } = CcgpSplit.LeaveOnePairOut;

    /// <summary>
    /// Gets the variable whose levels are held out with <see cref="CcgpSplit.ByVariable"/>: one of those that the conditions were combined
    /// from. Null otherwise.
    /// </summary>
    public string? Variable { get; init; }

    /// <summary>Gets the most splits of a dichotomy; of more, that many are drawn without replacement. At least 1. Default: 1000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaximumSplits
    {
        get => _maximumSplits;
        init => _maximumSplits = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one split is needed.");
    }

    /// <summary>
    /// Gets the null that the values are compared with: any <see cref="NullKind"/>; <see cref="NullKind.Geometric"/> is the one that keeps
    /// decodability and destroys the arrangement. Default: null, none.
    /// </summary>
    public NullOptions? Null { get; init; }

    /// <summary>Gets the seed of drawn splits and rows. Default: 0.</summary>
    public long Seed { get; init; }

    /// <summary>
    /// Gets the most rows of a condition that are used; of larger conditions that many are drawn without replacement. At least 1. Default:
    /// null, all rows.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int? MaximumRowsPerCondition
    {
        get => _maximumRowsPerCondition;
        init => _maximumRowsPerCondition = value is null or >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Keep at least one row a condition.");
    }

    /// <summary>Gets the most threads that fit decoders, at least 1. The result does not depend on it. Default: one a processor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaximumThreads
    {
        get => _maximumThreads;
        init => _maximumThreads = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one thread is needed.");
    }

    /// <summary>Gets the name of the way in which conditions are held out, the second part of the variant.</summary>
    internal string SplitName => Split switch
    {
        CcgpSplit.LeaveOnePairOut => "leave-one-pair-out",
        CcgpSplit.HalfHalf => "half-half",
        CcgpSplit.AllSizes => "all-sizes",
        CcgpSplit.ByVariable => $"by-variable:{Variable}",
        _ => throw new InvalidOperationException($"Unknown split {Split}."),
    };
}
