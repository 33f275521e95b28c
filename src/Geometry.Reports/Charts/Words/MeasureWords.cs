using System.Globalization;
using Geometry.Experiments;
using Geometry.Scores;

namespace Geometry.Reports;

/// <summary>Says scores, their variants and targets in words.</summary>
internal static class MeasureWords
{
    private static readonly Dictionary<string, string> s_variants = new(StringComparer.Ordinal)
    {
        ["nc1/pinv"] = "NC1: scatter within classes over that between",
        ["nc1/pinv/between-conditions"] = "NC1, part between conditions",
        ["nc1/pinv/noise"] = "NC1, part within conditions",
        ["nc1/trace-quotient"] = "NC1 by traces",
        ["nc1/trace-quotient/between-conditions"] = "NC1 by traces, part between conditions",
        ["nc1/trace-quotient/noise"] = "NC1 by traces, part within conditions",
        ["nc1/cdnv"] = "NC1: class-distance normalised variance",
        ["nc1/cdnv/between-conditions"] = "Class-distance normalised variance, part between conditions",
        ["nc1/cdnv/noise"] = "Class-distance normalised variance, part within conditions",
        ["nc2/equinorm"] = "NC2: unequal norms of class means",
        ["nc2/equiangular"] = "NC2: unequal angles of class means",
        ["nc2/maximal-angle"] = "NC2: distance from the largest angles",
        ["nc3"] = "NC3: distance of readout and class means",
        ["nc4"] = "NC4: readout against nearest mean",
        ["selectivity/all"] = "Neurons that respond to the whole class",
        ["selectivity/some"] = "Neurons that respond to a part of the class",
        ["selectivity/none"] = "Neurons that do not respond",
        ["escape/high-intra"] = "Neurons that escape from a part to the whole class",
        ["simplified-alignment/target"] = "Alignment with the target",
        ["simplified-alignment/input"] = "Alignment with the input",
        ["simplified-parallelism/cosine/best-pairing"] = "Parallelism score",
    };

    private static readonly (string Part, string Words)[] s_qualifiers =
    [
        ("untrained-mean", "untrained dichotomies"), ("above-chance", "fraction above chance"), ("/mean", "all dichotomies"), ("multiclass-auc", "area under the curve, classes"),
        ("multiclass-balanced-accuracy", "balanced accuracy, classes"), ("multiclass-accuracy", "classes"), ("balanced-accuracy", "balanced accuracy"), ("/auc", "area under the curve"),
        ("uncentred", "uncentred"), ("debiased", "debiased"), ("minibatch", "minibatch"), ("corrected-participation-ratio", "corrected"), ("entropy-rank", "entropy rank"),
        ("variance-count", "components"), ("by-variable", "by variable"), ("half-half", "half held out"), ("all-sizes", "all sizes held out"), ("hamming-one", "one variable"),
        ("pearson/", "correlation"), ("/rows", "rows"),
    ];

    /// <summary>Makes the measure of rows of one score, variant and kind of target.</summary>
    /// <param name="score">The name of the score.</param>
    /// <param name="variant">The variant.</param>
    /// <param name="target">What it is with: "the target", "the input", a name, or nothing.</param>
    public static Measure Of(string score, string variant, string target)
    {
        ScoreDefinition? definition = ScoreCatalog.Find(score);
        (double minimum, double maximum) = definition is null ? RangeOfDynamics(score) : (definition.Minimum, definition.Maximum);
        string title = TitleOf(score, variant, target, definition);
        return new Measure(KeyOf($"{score} {variant} {target}"), title, AxisOf(score, variant, title, definition), Narrowed(score, variant, minimum), maximum, definition?.Chance, FamilyOf(score));
    }

    private static MeasureFamily FamilyOf(string score) => score switch
    {
        NeuralCollapse.Name => MeasureFamily.Collapse,
        "selectivity" or "escape" or "simplified-alignment" or "simplified-parallelism" => MeasureFamily.Dynamics,
        "simplified-training" => MeasureFamily.Simplification,
        _ => MeasureFamily.Geometry,
    };

    private static string TitleOf(string score, string variant, string target, ScoreDefinition? definition)
    {
        if ((s_variants.GetValueOrDefault(variant) ?? s_variants.GetValueOrDefault($"{score}/{variant}")) is { } known && definition?.Name is NeuralCollapse.Name or null)
        {
            return target is "the target" or "" || definition is null ? known : $"{known} ({target})";
        }

        if (score == "simplified-training")
        {
            string[] parts = variant.Split('/');
            string what = parts[0] switch
            {
                "correlation" => "Correlation of the changes of weights",
                "target-alignment-gap" => "Alignment with the target, simplified minus true",
                "input-alignment-gap" => "Alignment with the input, simplified minus true",
                _ => Figures.Sentence(VariableWords.Spaced(parts[0])),
            };
            return parts.Length > 1 ? $"{what}, at equal {(parts[1] == "epoch" ? "time" : parts[1])}" : what;
        }

        string name = definition?.DisplayName ?? Figures.Sentence(VariableWords.Spaced(score));
        bool isComparison = score is Alignment.Name or Rdm.Name;
        string with = target.Length == 0 ? "" : isComparison ? $" with {target}" : target == "the target" ? "" : $" of {target}";
        string qualifier = Qualifier(score, variant, definition);
        return qualifier.Length == 0 ? $"{name}{with}" : $"{name}{with} ({qualifier})";
    }

    // What a reader takes for granted is not said: the usual kernel, measure and decoder.
    private static string Qualifier(string score, string variant, ScoreDefinition? definition) =>
        definition is null ? VariableWords.Spaced(variant)
        : s_qualifiers.FirstOrDefault(pair => variant.Contains(pair.Part, StringComparison.Ordinal) && (score != Rdm.Name || pair.Part == "none")).Words ?? "";

    private static string AxisOf(string score, string variant, string title, ScoreDefinition? definition) => score switch
    {
        Dimension.Name when variant.StartsWith("participation-ratio", StringComparison.Ordinal) => "participation ratio (directions)",
        Dimension.Name => "effective directions",
        Decodability.Name or Ccgp.Name => variant.EndsWith("auc", StringComparison.Ordinal) ? "area under the curve" : "accuracy (fraction)",
        Shattering.Name => variant.Contains("above-chance", StringComparison.Ordinal) ? "fraction of dichotomies" : "mean accuracy (fraction)",
        Parallelism.Name or "simplified-parallelism" => "mean cosine",
        Alignment.Name or "simplified-alignment" => "alignment (cosine of kernels)",
        Rdm.Name => "correlation",
        "selectivity" or "escape" => "fraction of neurons",
        "simplified-training" => variant.StartsWith("correlation", StringComparison.Ordinal) ? "correlation" : "difference of alignments",
        NeuralCollapse.Name => variant switch
        {
            "nc4" => "fraction of rows",
            "nc3" => "distance",
            "nc2/equinorm" => "coefficient of variation",
            "nc2/equiangular" or "nc2/maximal-angle" => "cosine",
            _ => "ratio",
        },
        _ => definition is null ? title : definition.DisplayName.ToLowerInvariant(),
    };

    // These variants cannot be negative, although others of their score can.
    private static double Narrowed(string score, string variant, double minimum) =>
        score == Alignment.Name && (variant.StartsWith("centred", StringComparison.Ordinal) || variant.StartsWith("uncentred", StringComparison.Ordinal)) ? 0 : minimum;

    private static (double Minimum, double Maximum) RangeOfDynamics(string score)
    {
        string[]? ends = DynamicsScoreReference.Rows.FirstOrDefault(row => row[0] == score)?[3].Split(" to ");
        return ends is { Length: 2 }
            ? (double.Parse(ends[0], CultureInfo.InvariantCulture), double.Parse(ends[1], CultureInfo.InvariantCulture))
            : (double.NegativeInfinity, double.PositiveInfinity);
    }

    private static string KeyOf(string text) =>
        string.Join('-', string.Concat(text.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
