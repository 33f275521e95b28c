using Geometry.MLNet;
using Geometry.Scores;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.Experiments;

/// <summary>The steps that score columns. Each scores the rows that the chain transforms: in an experiment, the test rows.</summary>
internal static class ScoreSteps
{
    private static readonly Parameter<string[]> Embeddings = Parameters.Columns("embeddings", "The vector columns to score.");

    private static readonly Parameter<string[]> Conditions = Parameters.Columns("conditions",
        "The columns whose combinations of values are the conditions: keys, texts, true or false, or whole numbers.");

    private static readonly Parameter<string> Target = Parameters.Column("target",
        "The column of the dichotomy to score: true or false, or a key of two values.").Or("", "every balanced dichotomy of the conditions");

    private static readonly Parameter<string> Aligned = Parameters.Column("target", "The column of the targets to align with.").Or("", "none");
    private static readonly Parameter<string> Input = Parameters.Column("input", "The vector column of the inputs to align with.").Or("", "none");

    private static readonly Parameter<string[]> Others = Parameters
        .Columns("others", "Further vector columns to compare with: the embeddings themselves, for the matrix of layer by layer.").Or([], "none");

    private static readonly Parameter<Dissimilarity> Distance = Parameters.Choice<Dissimilarity>("dissimilarity", "How different the responses to two conditions are.")
        .Or(Dissimilarity.SquaredEuclidean, nameof(Dissimilarity.SquaredEuclidean));

    private static readonly Parameter<RdmComparison> Comparison = Parameters.Choice<RdmComparison>("comparison", "How dissimilarities are compared.")
        .Or(RdmComparison.Pearson, nameof(RdmComparison.Pearson));

    private static readonly Parameter<int> RdmFolds = Parameters.Integer("folds", "The most folds of rows; for Crossnobis.", 2).Or(10, "10");

    private static readonly Parameter<double> Shrinkage = Parameters
        .Number("shrinkage", "How far the noise covariance is moved to its diagonal; for Crossnobis.", 0, 1).Or(0.1, "0.1");

    private static readonly Parameter<int> Rows = Parameters
        .Integer("maximumRowsPerCondition", "The most rows of a condition that are used; of more, so many are drawn.", 2).Or(0, "all");

    private static readonly Parameter<long> Seed = Parameters.Long("seed", "The seed of folds and draws.").Or(0, "the seed of the file, so that all cells are scored alike");
    private static readonly Parameter<int> Folds = Parameters.Integer("folds", "The number of folds of the cross-validation.", 2).Or(10, "10");

    private static readonly Parameter<bool> HeldOut = Parameters.Boolean("heldOut", false,
        "Whether decoders are trained on the training rows and tested on the test rows; otherwise the test rows are cross-validated.");

    private static readonly Parameter<DecodingMeasures> Measures = Parameters.Choice<DecodingMeasures>("measures", "What is counted.")
        .Or(DecodingMeasures.Accuracy, nameof(DecodingMeasures.Accuracy));

    private static readonly Parameter<CcgpSplit> Split = Parameters.Choice<CcgpSplit>("split", "Which conditions are held out.")
        .Or(CcgpSplit.LeaveOnePairOut, nameof(CcgpSplit.LeaveOnePairOut));

    private static readonly Parameter<string> Variable = Parameters.Text("variable", "The column whose values are held out, for ByVariable.").Or("", "none");
    private static readonly Parameter<int> Splits = Parameters.Integer("maximumSplits", "The most splits of a dichotomy; of more, so many are drawn.", 1).Or(1000, "1000");

    private static readonly Parameter<string> Trained = Parameters.Column("target",
        "The column that was trained: the mean over the other dichotomies is scored too.").Or("", "none");

    private static readonly Parameter<string> ClassesOf = Parameters.Column("target", "The column of the classes: a key, text, whole numbers, or true and false.")
        .Or("", "each condition is a class");

    private static readonly Parameter<DecodingMeasures> Measure = Parameters.Choice<DecodingMeasures>("measure", "What is counted.",
        [(nameof(DecodingMeasures.Accuracy), DecodingMeasures.Accuracy), (nameof(DecodingMeasures.BalancedAccuracy), DecodingMeasures.BalancedAccuracy), (nameof(DecodingMeasures.Auc), DecodingMeasures.Auc)])
        .Or(DecodingMeasures.Accuracy, nameof(DecodingMeasures.Accuracy));

    private static readonly Parameter<ShatteringTest> Test = Parameters
        .Choice<ShatteringTest>("test", "With nulls: how it is decided that a dichotomy is decoded above chance.").Or(ShatteringTest.Permutation, nameof(ShatteringTest.Permutation));

    private static readonly Parameter<double> Significance = Parameters
        .Number("significance", "The p-value below which a dichotomy is above chance, between 0 and 1.", 0, 1).Or(0.01, "0.01");

    private static readonly Parameter<bool> Singly = Parameters.Boolean("includeDichotomies", false, "Whether each dichotomy gets a row of its own too.");

    private static readonly Parameter<int> Dichotomies = Parameters
        .Integer("maximumDichotomies", "The most dichotomies; of more, so many are drawn.", 2).Or(10_000, "10000");

    private static readonly Parameter<ParallelismPairing> Pairing = Parameters.Choice<ParallelismPairing>("pairing", "Which conditions of the two sides are paired.")
        .Or(ParallelismPairing.BestPairing, nameof(ParallelismPairing.BestPairing));

    private static readonly Parameter<CodingSimilarity> Similarity = Parameters.Choice<CodingSimilarity>("similarity", "How difference vectors are compared.")
        .Or(CodingSimilarity.Cosine, nameof(CodingSimilarity.Cosine));

    private static readonly Parameter<int> Restarts = Parameters
        .Integer("restarts", "How many random pairings the search starts from where there are too many to try all.", 0).Or(20, "20");

    private static readonly Parameter<DimensionMeasure> Directions = Parameters.Choice<DimensionMeasure>("measure", "How directions are counted.")
        .Or(DimensionMeasure.ParticipationRatio, nameof(DimensionMeasure.ParticipationRatio));

    private static readonly Parameter<double> VarianceShare = Parameters
        .Number("varianceShare", "The share of the variance, above 0 and at most 1; for VarianceCount.", 0, 1).Or(0.9, "0.9");

    private static readonly Parameter<string[]> MeansOf = Parameters.Columns("conditions",
        "The columns whose combinations of values are the conditions, for the dimension of their means.").Or([], "none: the dimension of the rows");

    private static readonly Parameter<AlignmentKind> Kind = Parameters.Choice<AlignmentKind>("kind", "The estimator.")
        .Or(AlignmentKind.Centred, nameof(AlignmentKind.Centred));

    private static readonly Parameter<int> BatchSize = Parameters.Integer("batchSize", "The least number of rows of a batch; for Minibatch.", 4).Or(256, "256");

    private static readonly Parameter<AlignmentUnit> Unit = Parameters.Choice<AlignmentUnit>("unit", "What the rows of the kernels are.")
        .Or(AlignmentUnit.ConditionMeans, nameof(AlignmentUnit.ConditionMeans));

    /// <summary>Gets the steps.</summary>
    public static IReadOnlyList<StepDefinition> All { get; } =
    [
        Define("Ccgp", "Cross-condition generalisation performance: decoders trained on some conditions, tested on the others.",
            [Conditions, Target, .. DecoderFields.All, Split, Variable, Splits, Rows, Seed],
            (scores, a, x) => scores.Ccgp(x.Embedding, a.Get(Conditions), CcgpOf(a, x), NullIfAbsent(a, Target), x.Output)),
        Define("Decodability", "Linear decodability: cross-validated accuracy of a linear classifier. A target of more than two classes gives each class against the rest, their mean, and all classes together.",
            [Conditions, Target, .. DecoderFields.All, Measures, Folds, HeldOut, Rows, Seed],
            (scores, a, x) => scores.Decodability(x.Embedding, a.Get(Conditions), DecodabilityOf(a, x, a.Get(Measures)), NullIfAbsent(a, Target), x.Output, a.Get(HeldOut))),
        Define("Shattering", "Shattering dimensionality: the mean decodability of all balanced dichotomies of the conditions.",
            [Conditions, Trained, .. DecoderFields.All, Measure, Folds, HeldOut, Dichotomies, Singly, Test, Significance, Rows, Seed],
            (scores, a, x) => scores.Shattering(x.Embedding, a.Get(Conditions), ShatteringOf(a, x), NullIfAbsent(a, Trained), x.Output, a.Get(HeldOut))),
        Define("Parallelism", "Parallelism score: how parallel the differences between paired conditions of a dichotomy are.",
            [Conditions, Target, Pairing, Similarity, Restarts, Seed],
            (scores, a, x) => scores.Parallelism(x.Embedding, a.Get(Conditions), ParallelismOf(a, x), NullIfAbsent(a, Target), x.Output)),
        Define("Alignment", "Kernel alignment with the input, the target, and other layers.", [Conditions, Input, Aligned, Others, Kind, Unit, BatchSize, Seed],
            (scores, a, x) => scores.Alignment(x.Embedding, a.Get(Conditions), AlignmentOf(a, x), NullIfAbsent(a, Input), NullIfAbsent(a, Aligned), x.Output, a.Get(Others))),
        Define("Rdm", "Comparison of dissimilarity matrices (RSA) with those of the input, the target, and other layers.",
            [Conditions, Input, Aligned, Others, Distance, Comparison, RdmFolds, Shrinkage],
            (scores, a, x) => scores.Rdm(x.Embedding, a.Get(Conditions), RdmOf(a), NullIfAbsent(a, Input), NullIfAbsent(a, Aligned), x.Output, a.Get(Others))),
        Define("Dimension", "The effective number of directions in which the means of the conditions, or the rows, vary.", [MeansOf, Directions, VarianceShare],
            (scores, a, x) => scores.Dimension(x.Embedding, a.Get(MeansOf), DimensionOf(a), x.Output)),
        Define("Collapse", "Neural collapse: how far the rows of a class have shrunk to one point, and the points of the classes to a simplex. Of the last hidden layer of a network that learned the target also how far the readout is from them (nc3) and how often it answers otherwise than the nearest of them (nc4).", [Conditions, ClassesOf],
            (scores, a, x) => scores.Collapse(x.Embedding, a.Get(Conditions), NullIfAbsent(a, ClassesOf), x.Output)),
    ];

    private static CcgpOptions CcgpOf(Arguments a, Scored x) => new()
    {
        Decoder = DecoderFields.Of(a), Split = a.Get(Split), Variable = NullIfAbsent(a, Variable), MaximumSplits = a.Get(Splits),
        MaximumRowsPerCondition = a.IsGiven(Rows) ? a.Get(Rows) : null, Seed = x.Seed, MaximumThreads = x.Threads,
    };

    private static DecodabilityOptions DecodabilityOf(Arguments a, Scored x, DecodingMeasures measures) => new()
    {
        Decoder = DecoderFields.Of(a), Measures = measures, Folds = a.Get(Folds),
        MaximumRowsPerCondition = a.IsGiven(Rows) ? a.Get(Rows) : null, Seed = x.Seed, MaximumThreads = x.Threads,
    };

    private static ShatteringOptions ShatteringOf(Arguments a, Scored x) => new()
    {
        Decoding = DecodabilityOf(a, x, a.Get(Measure)), MaximumDichotomies = a.Get(Dichotomies), IncludeDichotomies = a.Get(Singly), Test = a.Get(Test),
        Significance = a.Get(Significance),
    };

    private static ParallelismOptions ParallelismOf(Arguments a, Scored x) => new()
    {
        Pairing = a.Get(Pairing), Similarity = a.Get(Similarity), Restarts = a.Get(Restarts), Seed = x.Seed, MaximumThreads = x.Threads,
    };

    private static DimensionOptions DimensionOf(Arguments a) => new() { Measure = a.Get(Directions), VarianceShare = a.Get(VarianceShare) };

    private static RdmOptions RdmOf(Arguments a) => new()
    {
        Dissimilarity = a.Get(Distance), Comparison = a.Get(Comparison), Folds = a.Get(RdmFolds), Shrinkage = a.Get(Shrinkage),
    };

    private static AlignmentOptions AlignmentOf(Arguments a, Scored x) => new() { Kind = a.Get(Kind), Unit = a.Get(Unit), BatchSize = a.Get(BatchSize), Seed = x.Seed };

    private static string? NullIfAbsent(Arguments arguments, Parameter<string> parameter) => arguments.IsGiven(parameter) ? arguments.Get(parameter) : null;

    private static StepDefinition Define(
        string name, string description, IReadOnlyList<Parameter> fields, Func<ScoresCatalog, Arguments, Scored, ScoreEstimator> make) =>
        new(name, StepOrigin.Geometry, description, [Embeddings, .. fields, .. SignificanceFields.All])
        {
            DefaultScope = TransformerScope.Testing,
            Build = (context, arguments) => arguments.Get(Embeddings).Select(embedding =>
            {
                RequireNoCheckpoints(context, arguments);
                var scored = new Scored(embedding, context.NewColumn($"{embedding}.{name}"), arguments.GetOr(Seed, context.PipelineSeed), context.Threads);
                ScoreEstimator score = make(context.ML.Geometry.Scores, arguments, scored).WithMemory(context.ScoreMemory);
                return SignificanceFields.Apply(arguments, score, scored.Seed, scored.Threads);
            }),
        };

    // Decoders are trained on what the network gives at its end.
    private static void RequireNoCheckpoints(StepContext context, Arguments arguments)
    {
        if (arguments.Get(HeldOut) && context.Network is { CheckpointEpochs.Count: > 0 })
        {
            throw new ArgumentException("heldOut does not go with checkpointEpochs: decoders are trained on the network at its end. Leave one of them out.");
        }
    }

    /// <summary>One column that a step scores.</summary>
    private sealed record Scored(string Embedding, string Output, long Seed, int Threads);
}
