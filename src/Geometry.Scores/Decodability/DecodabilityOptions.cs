namespace Geometry.Scores;

/// <summary>How decodability is measured.</summary>
public sealed record DecodabilityOptions
{
    private readonly int _folds = 10;
    private readonly int? _maximumRowsPerCondition;
    private readonly int _maximumThreads = Environment.ProcessorCount;
    private readonly DecodingMeasures _measures = DecodingMeasures.Accuracy;

    /// <summary>Gets the decoder. Default: <see cref="LinearDecoder.SupportVector"/>.</summary>
    public LinearDecoder Decoder { get; init; } = LinearDecoder.SupportVector;

    /// <summary>Gets what is counted. Default: <see cref="DecodingMeasures.Accuracy"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No measure, or an unknown one.</exception>
    public DecodingMeasures Measures
    {
        get => _measures;
        init => _measures = value is >= DecodingMeasures.Accuracy and <= DecodingMeasures.All
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Choose Accuracy, BalancedAccuracy, Auc or a union of them.");
    }

    /// <summary>
    /// Gets the number of folds of the cross-validation, at least 2. Default: 10. Every condition is spread evenly over the folds. Not used
    /// with a test representation.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 2.</exception>
    public int Folds
    {
        get => _folds;
        init => _folds = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Cross-validation needs at least 2 folds.");
    }

    /// <summary>
    /// Gets the null that the values are compared with: <see cref="NullKind.LabelShuffle"/> permutes conditions within folds (over
    /// all training rows with a test representation) and shares factorisations with the labels as they are; <see cref="NullKind.Geometric"/>
    /// decodes surrogates. Default: null, none.
    /// </summary>
    public NullOptions? Null { get; init; }

    /// <summary>Gets the seed of the folds and of the drawn rows. Default: 0.</summary>
    public long Seed { get; init; }

    /// <summary>
    /// Gets the most rows of a condition that are used; of larger conditions that many are drawn without replacement. In cross-validation
    /// they are all there is; with a test representation only training rows are drawn. Default: null, all rows.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 2.</exception>
    public int? MaximumRowsPerCondition
    {
        get => _maximumRowsPerCondition;
        init => _maximumRowsPerCondition = value is null or >= 2
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "Keep at least 2 rows a condition.");
    }

    /// <summary>Gets the most threads that fit decoders, at least 1. The result does not depend on it. Default: one a processor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaximumThreads
    {
        get => _maximumThreads;
        init => _maximumThreads = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one thread is needed.");
    }
}
