namespace Geometry.Scores;

/// <summary>How alignment is measured.</summary>
public sealed record AlignmentOptions
{
    /// <summary>Gets the estimator. Default: <see cref="AlignmentKind.Centred"/>.</summary>
    public AlignmentKind Kind { get; init; } = AlignmentKind.Centred;

    /// <summary>Gets what the rows of the kernels are. Default: <see cref="AlignmentUnit.ConditionMeans"/>.</summary>
    public AlignmentUnit Unit { get; init; } = AlignmentUnit.ConditionMeans;

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
                _ => throw new InvalidOperationException($"Unknown kind of alignment {Kind}."),
            };
            return kind + (Unit == AlignmentUnit.Rows ? "/rows" : "/conditions");
        }
    }
}
