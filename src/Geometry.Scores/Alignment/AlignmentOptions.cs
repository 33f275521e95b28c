namespace Geometry.Scores;

/// <summary>How alignment is measured.</summary>
public sealed record AlignmentOptions
{
    private readonly int _batchSize = 256;

    /// <summary>Gets the estimator. Default: <see cref="AlignmentKind.Centred"/>.</summary>
    public AlignmentKind Kind { get; init; } = AlignmentKind.Centred;

    /// <summary>Gets what the rows of the kernels are. Default: <see cref="AlignmentUnit.ConditionMeans"/>.</summary>
    public AlignmentUnit Unit { get; init; } = AlignmentUnit.ConditionMeans;

    /// <summary>
    /// Gets the least number of rows of a batch with <see cref="AlignmentKind.Minibatch"/>, at least 4; the rows are spread evenly over as
    /// many batches as there can be. Default: 256.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 4.</exception>
    public int BatchSize
    {
        get => _batchSize;
        init => _batchSize = value >= 4 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A batch needs at least 4 rows.");
    }

    /// <summary>Gets the seed of the order in which rows are put into batches. Default: 0.</summary>
    public long Seed { get; init; }

    /// <summary>Gets the name of the variant that the options choose.</summary>
    internal string Variant
    {
        get
        {
            var kind = Kind switch
            {
                AlignmentKind.Centred => "centred",
                AlignmentKind.Uncentred => "uncentred",
                AlignmentKind.Debiased => "debiased",
                AlignmentKind.Minibatch => "minibatch",
                _ => throw new InvalidOperationException($"Unknown kind of alignment {Kind}."),
            };
            return kind + (Unit == AlignmentUnit.Rows ? "/rows" : "/conditions");
        }
    }
}
