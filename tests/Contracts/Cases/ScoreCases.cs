using Geometry.MLNet;
using Geometry.Scores;
using Microsoft.ML;

namespace Contracts.Cases;

/// <summary>Scores: every option, with and without a target, every type of condition column.</summary>
internal static class ScoreCases
{
    private static readonly string[] Both = ["Shape", "Colour"];

    public static IEnumerable<ContractCase> All => [.. Ccgps, .. Decodabilities, .. Shatterings, .. Alignments, .. MeanScores, .. ConditionTypes];

    private static IEnumerable<ContractCase> Ccgps =>
    [
        Score("Ccgp: all dichotomies", ml => ml.Geometry.Scores.Ccgp("Features", Both), Both),
        Score("Ccgp: target", ml => ml.Geometry.Scores.Ccgp("Features", Both, target: "Flag"), Both, "Flag"),
        Score("Ccgp: target text, column named", ml => ml.Geometry.Scores.Ccgp("Features", Both, "Colour", "C"), Both, "Colour") with { Adds = ["C"] },
        Ccgp("half-half, least squares", new CcgpOptions { Split = CcgpSplit.HalfHalf, Decoder = LinearDecoder.LeastSquares }),
        Ccgp("all sizes, logistic", new CcgpOptions { Split = CcgpSplit.AllSizes, Decoder = LinearDecoder.Logistic }),
        Ccgp("by variable", new CcgpOptions { Split = CcgpSplit.ByVariable, Variable = "Colour" }),
        Ccgp("few rows", new CcgpOptions { MaximumRowsPerCondition = 5, MaximumThreads = 1, Seed = 3, MaximumSplits = 2 }),
    ];

    private static IEnumerable<ContractCase> Decodabilities =>
    [
        Score("Decodability: all dichotomies", ml => ml.Geometry.Scores.Decodability("Features", Both), Both),
        Score("Decodability: target of several classes", ml => ml.Geometry.Scores.Decodability("Features", ["Code"], "Number"), ["Code"], "Number"),
        Score("Decodability: target vector", ml => ml.Geometry.Scores.Decodability("Features", ["Code"], "ZeroOnes"), ["Code"], "ZeroOnes"),
        Decodability("least squares, both measures", new DecodabilityOptions { Decoder = LinearDecoder.LeastSquares, Measures = DecodingMeasures.Both }),
        Decodability("logistic, balanced", new DecodabilityOptions { Decoder = LinearDecoder.Logistic, Measures = DecodingMeasures.BalancedAccuracy }),
        Decodability("few rows", new DecodabilityOptions { Folds = 2, MaximumRowsPerCondition = 4, MaximumThreads = 1, Seed = 3 }),
    ];

    private static IEnumerable<ContractCase> Alignments =>
    [
        Score("Alignment: input", ml => ml.Geometry.Scores.Alignment("Features", Both, input: "Sparse"), Both) with { Reads = ["Features", .. Both, "Sparse"] },
        Score("Alignment: target real", ml => ml.Geometry.Scores.Alignment("Features", Both, target: "Reals"), Both, "Reals") with { Reads = ["Features", .. Both, "Reals"] },
        .. from kind in Enum.GetValues<AlignmentKind>()
           from unit in Enum.GetValues<AlignmentUnit>()
           select Score(
               $"Alignment: {kind}, {unit}",
               ml => ml.Geometry.Scores.Alignment("Features", Both, new AlignmentOptions { Kind = kind, Unit = unit }, input: "Image", target: "Shape"),
               Both, "Shape") with { Reads = ["Features", .. Both, "Image"] },
    ];

    private static IEnumerable<ContractCase> Shatterings =>
    [
        Score("Shattering: no target", ml => ml.Geometry.Scores.Shattering("Features", Both), Both),
        Score("Shattering: target", ml => ml.Geometry.Scores.Shattering("Features", Both, "Flag"), Both, "Flag"),
        Score("Shattering: target vector", ml => ml.Geometry.Scores.Shattering("Features", Both, "ZeroOnes", "S"), Both, "ZeroOnes") with { Adds = ["S"] },
        Score(
            "Shattering: null, every dichotomy",
            ml => ml.Geometry.Scores.Shattering(
                "Features", Both,
                new ShatteringOptions
                {
                    IncludeDichotomies = true,
                    Test = ShatteringTest.PooledPermutation,
                    Decoding = new DecodabilityOptions { Decoder = LinearDecoder.LeastSquares, Folds = 2, Null = new NullOptions { Draws = 40 } },
                },
                "Flag"),
            Both, "Flag"),
    ];

    private static IEnumerable<ContractCase> MeanScores =>
    [
        Score("Parallelism: all dichotomies", ml => ml.Geometry.Scores.Parallelism("Features", Both), Both),
        Score("Parallelism: target", ml => ml.Geometry.Scores.Parallelism("Features", Both, target: "Flag"), Both, "Flag"),
        Score(
            "Parallelism: Hamming, Pearson, null",
            ml => ml.Geometry.Scores.Parallelism(
                "Features", Both,
                new ParallelismOptions { Pairing = ParallelismPairing.HammingOne, Similarity = CodingSimilarity.Pearson, Null = new NullOptions { Draws = 5 } }, "Shape", "P"),
            Both, "Shape") with { Adds = ["P"] },
        Score("Rdm: target", ml => ml.Geometry.Scores.Rdm("Features", Both, target: "Shape"), Both, "Shape"),
        Score("Rdm: target real", ml => ml.Geometry.Scores.Rdm("Features", Both, target: "Reals"), Both, "Reals") with { Reads = ["Features", .. Both, "Reals"] },
        Score(
            "Rdm: input and others",
            ml => ml.Geometry.Scores.Rdm("Features", Both, new RdmOptions { Dissimilarity = Dissimilarity.Correlation }, input: "Sparse", others: ["Image", "Features"]), Both)
            with { Reads = ["Features", .. Both, "Sparse", "Image"] },
        Score("Alignment: others", ml => ml.Geometry.Scores.Alignment("Features", Both, new AlignmentOptions(), others: ["Image", "Sparse"]), Both)
            with { Reads = ["Features", .. Both, "Image", "Sparse"] },
        Score(
            "Alignment: null and interval",
            ml => ml.Geometry.Scores.Alignment("Features", Both, input: "Image", target: "Shape").WithNull(new NullOptions { Draws = 5 })
                .WithInterval(new ResamplingOptions { Draws = 5 }),
            Both, "Shape") with { Reads = ["Features", .. Both, "Image"] },
        Score("Dimension: condition means", ml => ml.Geometry.Scores.Dimension("Features", Both), Both),
        Score("Dimension: rows", ml => ml.Geometry.Scores.Dimension("Features"), []),
        .. from measure in Enum.GetValues<DimensionMeasure>()
           select Score($"Dimension: {measure}", ml => ml.Geometry.Scores.Dimension("Features", Both, new DimensionOptions { Measure = measure }), Both),
        Score("Collapse: conditions", ml => ml.Geometry.Scores.Collapse("Features", Both), Both),
        Score("Collapse: target of two classes", ml => ml.Geometry.Scores.Collapse("Features", Both, "Flag"), Both, "Flag"),
        Score("Collapse: target of several classes", ml => ml.Geometry.Scores.Collapse("Features", ["Code"], "Number"), ["Code"], "Number"),
        Score("Collapse: target vector", ml => ml.Geometry.Scores.Collapse("Features", ["Code"], "ZeroOnes"), ["Code"], "ZeroOnes"),
    ];

    private static IEnumerable<ContractCase> ConditionTypes =>
    [
        .. from type in new[] { "Flag", "Number", "Small", "Code", "SmallCode", "NumberKey" }
           select Score($"conditions {type}", ml => ml.Geometry.Scores.Decodability("Features", [type], "Shape"), [type], "Shape"),
        Score("conditions KindKey", ml => ml.Geometry.Scores.Decodability("Features", ["KindKey"]), ["KindKey"]),
        Score("conditions three columns", ml => ml.Geometry.Scores.Ccgp("Features", ["Colour", "Flag", "Kind"]), ["Colour", "Flag", "Kind"]),
    ];

    private static ContractCase Ccgp(string name, CcgpOptions options) =>
        Score($"Ccgp: {name}", ml => ml.Geometry.Scores.Ccgp("Features", Both, options, "Shape"), Both, "Shape");

    private static ContractCase Decodability(string name, DecodabilityOptions options) =>
        Score($"Decodability: {name}", ml => ml.Geometry.Scores.Decodability("Features", Both, options, "Shape"), Both, "Shape");

    private static ContractCase Score(string name, Func<MLContext, ScoreEstimator> create, string[] conditions, params string[] target) =>
        new(name, create, [create(new MLContext(0)).OutputColumnName], ["Features", .. conditions], target) { IsRowToRow = false };
}
