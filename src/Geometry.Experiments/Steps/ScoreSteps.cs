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

    private static readonly Parameter<int> Rows = Parameters
        .Integer("maximumRowsPerCondition", "The most rows of a condition that are used; of more, so many are drawn.", 2).Or(0, "all");

    private static readonly Parameter<long> Seed = Parameters.Long("seed", "The seed of folds and draws.").Or(0, "the seed of the file, so that all cells are scored alike");
    private static readonly Parameter<int> Folds = Parameters.Integer("folds", "The number of folds of the cross-validation.", 2).Or(10, "10");

    private static readonly Parameter<DecodingMeasures> Measures = Parameters.Choice<DecodingMeasures>("measures", "What is counted.")
        .Or(DecodingMeasures.Accuracy, nameof(DecodingMeasures.Accuracy));

    private static readonly Parameter<CcgpSplit> Split = Parameters.Choice<CcgpSplit>("split", "Which conditions are held out.")
        .Or(CcgpSplit.LeaveOnePairOut, nameof(CcgpSplit.LeaveOnePairOut));

    private static readonly Parameter<string> Variable = Parameters.Text("variable", "The column whose values are held out, for ByVariable.").Or("", "none");
    private static readonly Parameter<int> Splits = Parameters.Integer("maximumSplits", "The most splits of a dichotomy; of more, so many are drawn.", 1).Or(1000, "1000");

    private static readonly Parameter<AlignmentKind> Kind = Parameters.Choice<AlignmentKind>("kind", "The estimator.")
        .Or(AlignmentKind.Centred, nameof(AlignmentKind.Centred));

    private static readonly Parameter<AlignmentUnit> Unit = Parameters.Choice<AlignmentUnit>("unit", "What the rows of the kernels are.")
        .Or(AlignmentUnit.ConditionMeans, nameof(AlignmentUnit.ConditionMeans));

    /// <summary>Gets the steps.</summary>
    public static IReadOnlyList<StepDefinition> All { get; } =
    [
        Define("Ccgp", "Cross-condition generalisation performance: decoders trained on some conditions, tested on the others.",
            [Target, .. DecoderFields.All, Split, Variable, Splits, Rows, Seed],
            (context, a, embedding) => context.ML.Geometry.Scores.Ccgp(embedding, a.Get(Conditions), CcgpOf(a, context), NullIfAbsent(a, Target), context.NewColumn($"{embedding}.Ccgp"))),
        Define("Decodability", "Linear decodability: cross-validated accuracy of a linear classifier.",
            [Target, .. DecoderFields.All, Measures, Folds, Rows, Seed],
            (context, a, embedding) => context.ML.Geometry.Scores.Decodability(embedding, a.Get(Conditions), DecodabilityOf(a, context), NullIfAbsent(a, Target), context.NewColumn($"{embedding}.Decodability"))),
        Define("Alignment", "Kernel alignment with the input, the target, or both.", [Input, Aligned, Kind, Unit],
            (context, a, embedding) => context.ML.Geometry.Scores.Alignment(embedding, a.Get(Conditions), AlignmentOf(a), NullIfAbsent(a, Input), NullIfAbsent(a, Aligned),
                context.NewColumn($"{embedding}.Alignment"))),
    ];

    private static CcgpOptions CcgpOf(Arguments a, StepContext context) => new()
    {
        Decoder = DecoderFields.Of(a), Split = a.Get(Split), Variable = NullIfAbsent(a, Variable), MaximumSplits = a.Get(Splits),
        MaximumRowsPerCondition = a.IsGiven(Rows) ? a.Get(Rows) : null, Seed = a.GetOr(Seed, context.PipelineSeed), MaximumThreads = 1,
    };

    private static DecodabilityOptions DecodabilityOf(Arguments a, StepContext context) => new()
    {
        Decoder = DecoderFields.Of(a), Measures = a.Get(Measures), Folds = a.Get(Folds),
        MaximumRowsPerCondition = a.IsGiven(Rows) ? a.Get(Rows) : null, Seed = a.GetOr(Seed, context.PipelineSeed), MaximumThreads = 1,
    };

    private static AlignmentOptions AlignmentOf(Arguments a) => new() { Kind = a.Get(Kind), Unit = a.Get(Unit) };

    private static string? NullIfAbsent(Arguments arguments, Parameter<string> parameter) => arguments.IsGiven(parameter) ? arguments.Get(parameter) : null;

    private static StepDefinition Define(
        string name, string description, IReadOnlyList<Parameter> more, Func<StepContext, Arguments, string, IEstimator<ITransformer>> make) =>
        new(name, StepOrigin.Geometry, description, [Embeddings, Conditions, .. more])
        {
            DefaultScope = TransformerScope.Testing,
            Build = (context, arguments) => arguments.Get(Embeddings).Select(embedding => make(context, arguments, embedding)),
        };
}
