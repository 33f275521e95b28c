namespace Geometry.Scores;

/// <summary>All scores of this library with their variants.</summary>
public static class ScoreCatalog
{
    private const ScoreInvariances Similarity = ScoreInvariances.Rotation | ScoreInvariances.Scale | ScoreInvariances.Shift;
    private const ScoreInvariances RotationAndShift = ScoreInvariances.Rotation | ScoreInvariances.Shift;

    /// <summary>Gets the scores in the order in which they are documented.</summary>
    public static IReadOnlyList<ScoreDefinition> All { get; } =
    [
        new()
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
        },
        new()
        {
            Name = Decodability.Name,
            DisplayName = "Decodability",
            Description = "Accuracy of a linear classifier of a dichotomy on rows that it was not trained on.",
            Minimum = 0,
            Maximum = 1,
            Chance = 0.5,
            Better = ScoreDirection.Higher,
            StandardErrorMeaning = "over folds, or binomial over held-out rows; for the mean over targets, over targets",
            CountMeaning = "test rows; for the mean over targets, targets",
            Variants = [.. DecoderVariants("10-fold/accuracy", "tested by 10-fold cross-validation"), .. DecoderVariants("held-out/accuracy", "tested on a representation of its own")],
        },
        new()
        {
            Name = Ccgp.Name,
            DisplayName = "CCGP",
            Description = "Accuracy of a linear classifier of a dichotomy on conditions that it was not trained on.",
            Minimum = 0,
            Maximum = 1,
            Chance = 0.5,
            Better = ScoreDirection.Higher,
            StandardErrorMeaning = "over splits, which share conditions; for the mean over targets, over targets",
            CountMeaning = "splits; for the mean over targets, targets",
            Variants =
            [
                .. DecoderVariants("leave-one-pair-out", "one condition of each side held out (Bernardi et al. 2020)"),
                .. DecoderVariants("half-half", "half of the conditions of each side held out"),
                .. DecoderVariants("all-sizes", "every equal number of conditions of each side held out"),
                .. DecoderVariants("by-variable", "the levels of another variable held out (the variant's name ends with the variable)"),
            ],
        },
        new()
        {
            Name = Parallelism.Name,
            DisplayName = "Parallelism score",
            Description = "How parallel the difference vectors between paired conditions of a dichotomy are.",
            Minimum = -1,
            Maximum = 1,
            Better = ScoreDirection.Higher,
            StandardErrorMeaning = "none; for the mean over targets, over targets",
            CountMeaning = "pairings; for the mean over targets, targets",
            Variants = [new("cosine/best-pairing", "Mean cosine of the differences of condition means, at the pairing where it is largest", Similarity, "Bernardi et al. 2020")],
        },
        new()
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
        },
    ];

    /// <summary>Finds a score by name.</summary>
    /// <param name="name">The name, such as <c>ccgp</c>, in any case.</param>
    /// <returns>The definition, or null when there is no such score.</returns>
    public static ScoreDefinition? Find(string name) => All.FirstOrDefault(score => string.Equals(score.Name, name, StringComparison.OrdinalIgnoreCase));

    private static ScoreVariant[] AlignmentVariants(string kind, string description, ScoreInvariances invariances, string source) =>
    [
        new($"{kind}/conditions", $"{description}, on the means of conditions", invariances, source),
        new($"{kind}/rows", $"{description}, on rows", invariances, source),
    ];

    private static ScoreVariant[] DecoderVariants(string protocol, string how) =>
    [
        new($"svm/{protocol}", $"L2-loss linear support vector machine, {how}", ScoreInvariances.Rotation, "scikit-learn LinearSVC's objective"),
        new($"least-squares/{protocol}", $"Least squares with a small ridge, {how}", Similarity, "ridge regression on targets of +1 and -1"),
        new($"logistic/{protocol}", $"L2-regularised logistic regression, {how}", RotationAndShift, "scikit-learn LogisticRegression's objective"),
    ];
}
