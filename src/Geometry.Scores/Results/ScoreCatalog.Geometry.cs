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
            .. AlignmentVariants("minibatch", "Ratio of unbiased estimates of HSIC, each summed over batches", Similarity, "Nguyen, Raghu, Kornblith 2021"),
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
        Minimum = 0,
        Maximum = double.PositiveInfinity,
        Better = ScoreDirection.Higher,
        StandardErrorMeaning = "none",
        CountMeaning = "rows of the kernel",
        Variants =
        [
            .. DimensionVariants("participation-ratio", "Participation ratio", "(tr K)^2 / tr(K^2) of the centred kernel"),
            .. DimensionVariants("corrected-participation-ratio", "Participation ratio corrected for the finite number of rows", "ratio of unbiased estimates, after Chun et al. 2025"),
            .. DimensionVariants("entropy-rank", "Exponential of the entropy of the eigenvalues' shares", "Roy and Vetterli 2007"),
            .. DimensionVariants("variance-count-0.9", "Number of principal components that explain nine tenths of the variance", "principal component analysis"),
        ],
    };

    private static ScoreVariant[] DimensionVariants(string measure, string description, string source) =>
    [
        new($"{measure}/conditions", $"{description}, of the means of conditions", Similarity, source),
        new($"{measure}/rows", $"{description}, of rows", Similarity, source),
    ];

    private static ScoreDefinition RdmDefinition() => new()
    {
        Name = Rdm.Name,
        DisplayName = "RDM comparison",
        Description = "Whether the pairs of conditions that differ much in the representation differ much in a target, in the input or in another representation.",
        Minimum = -1,
        Maximum = 1,
        Better = ScoreDirection.Higher,
        StandardErrorMeaning = "none; for the mean over targets, over targets",
        CountMeaning = "pairs of conditions; for the mean over targets, targets",
        Variants =
        [
            .. RdmVariants("squared-euclidean", "squared Euclidean distances of condition means", Similarity, "Kriegeskorte, Mur, Bandettini 2008"),
            .. RdmVariants("correlation", "correlation distances of condition means", ScoreInvariances.Scale, "Kriegeskorte, Mur, Bandettini 2008"),
            .. RdmVariants("crossnobis", "cross-validated Mahalanobis distances of conditions", ScoreInvariances.Scale | ScoreInvariances.Shift, "Walther et al. 2016"),
        ],
    };

    private static ScoreVariant[] RdmVariants(string dissimilarity, string description, ScoreInvariances invariances, string source) =>
    [
        new($"{dissimilarity}/pearson", $"Correlation of {description}", invariances, source),
        new($"{dissimilarity}/spearman", $"Rank correlation of {description}", invariances, source),
        new($"{dissimilarity}/cosine", $"Cosine of {description}", invariances, source),
        new($"{dissimilarity}/centred-cosine", $"Cosine, after rows and columns are centred, of {description}", invariances, source),
    ];

    private static ScoreDefinition CollapseDefinition() => new()
    {
        Name = NeuralCollapse.Name,
        DisplayName = "Neural collapse",
        Description = "How far the responses to a class have shrunk to one point, and the points of the classes and the readout to a simplex.",
        Minimum = 0,
        Maximum = double.PositiveInfinity,
        Better = ScoreDirection.Lower,
        StandardErrorMeaning = "binomial over rows for nc4; none otherwise",
        CountMeaning = "rows for nc1 and nc4, classes for nc2 and nc3",
        Variants =
        [
            .. CollapseVariants("nc1/pinv", "Trace of the scatter within classes times the pseudo-inverse of that between them, over the number of classes", Similarity, "Papyan, Han, Donoho 2020"),
            .. CollapseVariants("nc1/trace-quotient", "Trace of the scatter within classes over that between them", Similarity, "Papyan, Han, Donoho 2020, as a quotient of traces"),
            .. CollapseVariants("nc1/cdnv", "Mean class-distance normalised variance", Similarity, "Galanti, Gyorgy, Hutter 2022"),
            new("nc2/equinorm", "Coefficient of variation of the centred class means' norms", Similarity, "Papyan, Han, Donoho 2020"),
            new("nc2/equiangular", "Standard deviation of the cosines of the centred class means", Similarity, "Papyan, Han, Donoho 2020"),
            new("nc2/maximal-angle", "Mean absolute difference of those cosines from -1/(C-1)", Similarity, "Papyan, Han, Donoho 2020"),
            new("nc3", "Distance of readout weights and centred class means, each of norm 1", ScoreInvariances.Scale | ScoreInvariances.Shift, "Papyan, Han, Donoho 2020"),
            new("nc4", "Fraction of rows where the readout's answer is not the nearest class mean", ScoreInvariances.None, "Papyan, Han, Donoho 2020"),
        ],
    };

    private static ScoreVariant[] CollapseVariants(string name, string description, ScoreInvariances invariances, string source) =>
    [
        new(name, description, invariances, source),
        new($"{name}/between-conditions", $"{description}: the part between the conditions of a class", invariances, source),
        new($"{name}/noise", $"{description}: the part within conditions", invariances, source),
    ];
}
