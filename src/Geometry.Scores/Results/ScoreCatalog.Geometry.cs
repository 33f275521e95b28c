namespace Geometry.Scores;

/// <content>Scores of kernels and condition means.</content>
public static partial class ScoreCatalog
{
    private static ScoreDefinition AlignmentDefinition() => new()
    {
        Name = Alignment.Name,
        DisplayName = "Alignment",
        Description = "Similarity of the kernel of the representation with that of a target, of the input or of another representation.",
        Minimum = -1,
        Maximum = 1,
        Better = ScoreDirection.Higher,
        StandardErrorMeaning = "none; for the mean over targets, over targets",
        CountMeaning = "rows of the kernel; for the mean over targets, targets",
        Variants =
        [
            .. AlignmentVariants("centred", "Linear CKA", Similarity, "Cortes, Mohri, Rostamizadeh 2012; Kornblith et al. 2019"),
            .. AlignmentVariants(
                "uncentred", "Kernel-target alignment without centring", ScoreInvariances.Rotation | ScoreInvariances.Scale, "Cristianini et al. 2001"),
            .. AlignmentVariants("debiased", "Ratio of unbiased estimates of HSIC, which may be negative", Similarity, "Song et al. 2012"),
        ],
    };

    private static ScoreVariant[] AlignmentVariants(string kind, string description, ScoreInvariances invariances, string source) =>
    [
        new($"{kind}/conditions", $"{description}, on the means of conditions", invariances, source),
        new($"{kind}/rows", $"{description}, on rows", invariances, source),
    ];


    private static ScoreDefinition ParallelismDefinition() => new()
    {
        Name = Parallelism.Name,
        DisplayName = "Parallelism score",
        Description = "How parallel the difference vectors between paired conditions of a dichotomy are.",
        Minimum = -1,
        Maximum = 1,
        Better = ScoreDirection.Higher,
        StandardErrorMeaning = "none; for the mean over targets, over targets",
        CountMeaning = "pairings, or starts of the search for a lower bound, or differences; for the mean over targets, targets",
        Variants =
        [
            new("cosine/best-pairing", "Mean cosine of the differences of condition means, at the pairing where it is largest", Similarity, "Bernardi et al. 2020"),
            new("pearson/best-pairing", "Mean correlation over units of the differences, at the pairing where it is largest", ScoreInvariances.Scale | ScoreInvariances.Shift, "Bernardi et al. 2020, with decodanda's correlation"),
            new("cosine/hamming-one", "Mean cosine of the differences of all conditions that differ in one variable", Similarity, "decodanda"),
            new("pearson/hamming-one", "Mean correlation over units of the differences of all conditions that differ in one variable", ScoreInvariances.Scale | ScoreInvariances.Shift, "decodanda"),
        ],
    };

    private static ScoreDefinition DimensionDefinition() => new()
    {
        Name = Dimension.Name,
        DisplayName = "Dimension",
        Description = "Effective number of directions in which the representation varies.",
        Minimum = 1,
        Maximum = double.PositiveInfinity,
        Better = ScoreDirection.Higher,
        StandardErrorMeaning = "none",
        CountMeaning = "rows of the kernel",
        Variants =
        [
            new("participation-ratio/conditions", "Participation ratio of the means of conditions", Similarity, "(tr K)^2 / tr(K^2) of the centred kernel"),
            new("participation-ratio/rows", "Participation ratio of rows", Similarity, "(tr K)^2 / tr(K^2) of the centred kernel"),
        ],
    };
}
