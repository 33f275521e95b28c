namespace Geometry.Scores;

/// <content>Scores that train linear decoders.</content>
public static partial class ScoreCatalog
{
    private static ScoreDefinition DecodabilityDefinition() => new()
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
        Variants =
        [
            .. DecoderVariants("10-fold/accuracy", "tested by 10-fold cross-validation"),
            .. DecoderVariants("10-fold/balanced-accuracy", "mean of both sides' accuracy, by 10-fold cross-validation"),
            .. DecoderVariants("10-fold/auc", "area under the receiver operating characteristic within folds, by 10-fold cross-validation"),
            .. DecoderVariants("10-fold/multiclass-accuracy", "largest decision of one class against the rest, by 10-fold cross-validation"),
            .. DecoderVariants("10-fold/multiclass-balanced-accuracy", "the same, as the mean over classes of the class's accuracy"),
            .. DecoderVariants("10-fold/multiclass-auc", "mean over classes of the area under the curve of each against the rest, by 10-fold cross-validation"),
            .. DecoderVariants("held-out/multiclass-accuracy", "largest decision of one class against the rest, on a representation of its own"),
            .. DecoderVariants("held-out/multiclass-balanced-accuracy", "the same, as the mean over classes of the class's accuracy"),
            .. DecoderVariants("held-out/multiclass-auc", "mean over classes of the area under the curve, on a representation of its own"),
            .. DecoderVariants("held-out/accuracy", "tested on a representation of its own"),
            .. DecoderVariants("held-out/balanced-accuracy", "mean of both sides' accuracy on a representation of its own"),
            .. DecoderVariants("held-out/auc", "area under the receiver operating characteristic on a representation of its own"),
        ],
    };

    private static ScoreDefinition ShatteringDefinition() => new()
    {
        Name = Shattering.Name,
        DisplayName = "Shattering dimensionality",
        Description = "How well a linear classifier decodes the balanced dichotomies of the conditions, whichever they are.",
        Minimum = 0,
        Maximum = 1,
        Chance = 0.5,
        Better = ScoreDirection.Higher,
        StandardErrorMeaning = "of drawing dichotomies without replacement; none when all are decoded",
        CountMeaning = "dichotomies",
        Variants =
        [
            .. DecoderVariants("10-fold/accuracy/mean", "mean accuracy over all balanced dichotomies, by 10-fold cross-validation", "Bernardi et al. 2020"),
            .. DecoderVariants("10-fold/accuracy/untrained-mean", "mean over the balanced dichotomies that were not trained on", "Bernardi et al. 2020"),
            .. DecoderVariants("10-fold/accuracy/above-chance/permutation", "fraction of dichotomies with a permutation p-value below 0.01", "decodanda, with a permutation test"),
            .. DecoderVariants("10-fold/accuracy/above-chance/pooled-permutation", "the same with the draws of all dichotomies pooled", "decodanda, with a permutation test"),
            .. DecoderVariants("10-fold/accuracy/above-chance/z-test", "the same by a normal approximation of each dichotomy's null", "decodanda"),
            .. DecoderVariants("held-out/accuracy/mean", "mean over all balanced dichotomies, tested on a representation of its own", "Bernardi et al. 2020"),
        ],
    };

    private static ScoreDefinition CcgpDefinition() => new()
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
    };

    private static ScoreVariant[] DecoderVariants(string protocol, string how, string? source = null)
    {
        string Source(string objective) => source is null ? objective : $"{source}; {objective}";
        return
        [
            new($"svm/{protocol}", $"L2-loss linear support vector machine, {how}", ScoreInvariances.Rotation, Source("scikit-learn LinearSVC's objective")),
            new($"least-squares/{protocol}", $"Least squares with a small ridge, {how}", Similarity, Source("ridge regression on targets of +1 and -1")),
            new($"logistic/{protocol}", $"L2-regularised logistic regression, {how}", RotationAndShift, Source("scikit-learn LogisticRegression's objective")),
        ];
    }
}
