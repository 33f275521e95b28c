using Geometry.MLNet.Tests.Views;
using Geometry.Scores;
using Microsoft.ML;

namespace Geometry.MLNet.Tests.Scores;

/// <summary>Parallelism, shattering, dimension and collapse of the square, whose values can be computed by hand.</summary>
public class SquareGeometryTests
{
    private const double Tolerance = 1e-6;

    private static readonly string[] Conditions = ["A", "B"];

    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void Differences_of_a_factorised_variable_are_parallel_and_those_of_exclusive_or_opposite()
    {
        ScoreTable table = Evaluate(_ml.Geometry.Scores.Parallelism("Embedding", Conditions, "A"), _ml.Geometry.Scores.Parallelism("Embedding", Conditions, "Xor"));

        table.Value("Embedding", "parallelism", "A").Value.ShouldBe(1, Tolerance);
        table.Value("Embedding", "parallelism", "Xor").Value.ShouldBe(-1, Tolerance);
    }

    [Fact]
    public void Without_a_target_all_balanced_dichotomies_are_measured_and_their_mean() =>
        Evaluate(_ml.Geometry.Scores.Parallelism("Embedding", Conditions)).Rows.Select(row => row.Entry.Target).ShouldBe(
            ["{A=minus, B=minus | A=minus, B=plus}", "{A=minus, B=minus | A=plus, B=minus}", "{A=minus, B=plus | A=plus, B=minus}", "(mean)"]);

    [Fact]
    public void The_untrained_mean_leaves_the_trained_dichotomy_out()
    {
        ScoreEntry[] entries = [.. Evaluate(_ml.Geometry.Scores.Shattering("Embedding", Conditions, "Xor")).Rows.Select(row => row.Entry)];

        entries.Select(entry => (entry.Variant, entry.Target, entry.N)).ShouldBe(
            [("svm/10-fold/accuracy/mean", "", 3), ("svm/10-fold/accuracy/untrained-mean", "Xor", 2)]);
        entries[0].Value.Value.ShouldBeLessThan(1);
        entries[1].Value.Value.ShouldBe(1, "exclusive or is the only division of a square that no line makes");
    }

    [Fact]
    public void Shattering_without_a_target_is_one_value() =>
        Evaluate(_ml.Geometry.Scores.Shattering("Embedding", Conditions)).Rows.ShouldHaveSingleItem().Entry.Variant.ShouldBe("svm/10-fold/accuracy/mean");

    [Fact]
    public void Dichotomies_of_shattering_are_named_by_their_conditions()
    {
        var options = new ShatteringOptions { IncludeDichotomies = true, Decoding = new DecodabilityOptions { Decoder = LinearDecoder.LeastSquares, Folds = 2 } };

        ScoreTable table = Evaluate(_ml.Geometry.Scores.Shattering("Embedding", Conditions, options));

        table.Find("Embedding", "decodability").Select(entry => entry.Target)
            .ShouldBe(Evaluate(_ml.Geometry.Scores.Decodability("Embedding", Conditions)).Rows.Take(3).Select(row => row.Entry.Target));
    }

    [Fact]
    public void Trained_dichotomies_are_the_targets() => Should
        .Throw<ArgumentException>(() => _ml.Geometry.Scores.Shattering("Embedding", Conditions, new ShatteringOptions { Trained = [new Dichotomy("d", [true, false])] }))
        .Message.ShouldStartWith("The trained dichotomies are those of the target column");

    [Fact]
    public void The_participation_ratio_is_that_of_the_two_variances()
    {
        ScoreTable table = Evaluate(_ml.Geometry.Scores.Dimension("Embedding", Conditions), _ml.Geometry.Scores.Dimension("Axes", Conditions));

        table.Value("Embedding", "dimension").Value.ShouldBe(25.0 / 17, Tolerance);
        table.Value("Axes", "dimension").Value.ShouldBe(2, Tolerance);
    }

    [Fact]
    public void Dimension_without_conditions_is_that_of_the_rows()
    {
        ScoreEntry entry = Evaluate(_ml.Geometry.Scores.Dimension("Axes")).Rows.ShouldHaveSingleItem().Entry;

        (entry.Variant, entry.N).ShouldBe(("participation-ratio/rows", 4 * Square.RowsPerCondition));
        entry.Value.Value.ShouldBe(2, Tolerance);
    }

    [Fact]
    public void Variability_within_classes_is_between_their_conditions()
    {
        ScoreTable table = Evaluate(_ml.Geometry.Scores.Collapse("Embedding", Conditions, "A"));

        double Value(string variant) => table.Find("Embedding", "collapse").Single(entry => entry.Variant == variant && entry.Target == "A").Value.Value;
        Value("nc1/trace-quotient").ShouldBe(0.25, Tolerance);
        Value("nc1/trace-quotient/between-conditions").ShouldBe(0.25, Tolerance);
        Value("nc1/trace-quotient/noise").ShouldBe(0, Tolerance);
    }

    [Fact]
    public void Without_a_target_each_condition_is_a_class() =>
        Evaluate(_ml.Geometry.Scores.Collapse("Axes", Conditions)).Find("Axes", "collapse")
            .Single(entry => entry.Variant == "nc1/pinv" && entry.Target == "A, B").Value.Value.ShouldBe(0, Tolerance);

    [Fact]
    public void A_column_is_compared_with_several_others_and_with_itself()
    {
        ScoreTable table = Evaluate(
            _ml.Geometry.Scores.Alignment("Embedding", Conditions, new AlignmentOptions(), others: ["Embedding", "Axes"]),
            _ml.Geometry.Scores.Rdm("Embedding", Conditions, new RdmOptions { Comparison = RdmComparison.CentredCosine }, target: "A", others: ["Embedding", "Axes"]));

        table.Find("Embedding", "alignment").Select(entry => entry.Target).ShouldBe(["Embedding", "Axes"]);
        table.Find("Embedding", "rdm").Select(entry => entry.Target).ShouldBe(["Embedding", "Axes", "A"]);
        table.Value("Embedding", "alignment", "Embedding").Value.ShouldBe(1, Tolerance);
        table.Value("Embedding", "rdm", "Axes").Value.ShouldBe(table.Value("Embedding", "alignment", "Axes").Value, Tolerance);
    }

    [Fact]
    public void The_alignment_with_the_target_has_its_bounds_beside_it()
    {
        ScoreEntry entry = Evaluate(_ml.Geometry.Scores.Alignment("Embedding", Conditions, input: "Axes", target: "A")).Find("Embedding", "alignment").Last();

        entry.Target.ShouldBe("A");
        entry.Value.Value.ShouldBeInRange(entry.Bounds!.Least!.Value, entry.Bounds.Ceiling!.Value + Tolerance);
        entry.Bounds.Floor!.Value.ShouldBe(1 / Math.Sqrt(3), Tolerance);
    }

    [Fact]
    public void A_target_of_several_classes_is_decoded_together_too()
    {
        IDataView data = Square.View(_ml);
        var options = new DecodabilityOptions { Folds = 2, Measures = DecodingMeasures.Both };
        IDataView view = _ml.Geometry.Scores.Decodability("Embedding", ["Row"], options, "Row").Fit(data).Transform(data);

        Columns.SlotNames(view, "Embedding.Decodability").TakeLast(2).ShouldBe(["Row (multiclass accuracy)", "Row (multiclass balanced accuracy)"]);
        _ml.Geometry.Scores.Collect(view).Rows.TakeLast(2).Select(row => (row.Entry.Variant, row.Entry.Target))
            .ShouldBe([("svm/2-fold/multiclass-accuracy", "Row"), ("svm/2-fold/multiclass-balanced-accuracy", "Row")]);
    }

    private ScoreTable Evaluate(params ScoreEstimator[] scores) => _ml.Geometry.Scores.Evaluate(Square.View(_ml), scores);
}
