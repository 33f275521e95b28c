namespace Geometry.Scores;

/// <summary>How representational dissimilarity matrices are made and compared.</summary>
public sealed record RdmOptions
{
    private readonly int _folds = 10;
    private readonly double _shrinkage = 0.1;

    /// <summary>Gets the dissimilarity of two conditions. Default: <see cref="Dissimilarity.SquaredEuclidean"/>.</summary>
    public Dissimilarity Dissimilarity { get; init; } = Dissimilarity.SquaredEuclidean;

    /// <summary>Gets how dissimilarities are compared. Default: <see cref="RdmComparison.Pearson"/>.</summary>
    public RdmComparison Comparison { get; init; } = RdmComparison.Pearson;

    /// <summary>
    /// Gets the most folds of rows with <see cref="Dissimilarity.Crossnobis"/>, at least 2; there are as many as the smallest condition has rows when
    /// that is fewer. The rows of a condition take the folds in turn. Default: 10.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 2.</exception>
    public int Folds
    {
        get => _folds;
        init => _folds = value >= 2 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Cross-validation needs at least 2 folds.");
    }

    /// <summary>
    /// Gets how far the noise covariance is moved to its diagonal with <see cref="Dissimilarity.Crossnobis"/>, from 0 (the covariance of the
    /// residuals) to 1 (units are divided by their own noise). Default: 0.1.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not from 0 to 1.</exception>
    public double Shrinkage
    {
        get => _shrinkage;
        init => _shrinkage = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "The shrinkage lies from 0 to 1.");
    }

    /// <summary>Gets the name of the variant that the options choose.</summary>
    internal string Variant => $"{DissimilarityName}/{ComparisonName}";

    private string DissimilarityName => Dissimilarity switch
    {
        Dissimilarity.SquaredEuclidean => "squared-euclidean",
        Dissimilarity.Correlation => "correlation",
        Dissimilarity.Crossnobis => "crossnobis",
        _ => throw new InvalidOperationException($"Unknown dissimilarity {Dissimilarity}."),
    };

    private string ComparisonName => Comparison switch
    {
        RdmComparison.Pearson => "pearson",
        RdmComparison.Spearman => "spearman",
        RdmComparison.Cosine => "cosine",
        RdmComparison.CentredCosine => "centred-cosine",
        _ => throw new InvalidOperationException($"Unknown comparison {Comparison}."),
    };
}
