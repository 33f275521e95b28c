using Geometry.MLNet.Tests.Views;
using Geometry.Scores;
using Microsoft.ML;

namespace Geometry.MLNet.Tests.Scores;

/// <summary>Misuse of scores is refused with the place and the remedy.</summary>
public class ScoreRefusalTests
{
    private const string All = "The columns here are: Embedding, Input, Axes, Dead, Broken, A, B, Xor, SideA, Row, Few, Nothing, Real.";

    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void Missing_columns_are_named_with_those_that_there_are()
    {
        FitFails<ArgumentOutOfRangeException>(Ccgp("Hidden1", ["A"]), $"Could not find embedding column 'Hidden1'. {All} (Parameter 'view')");
        FitFails<ArgumentOutOfRangeException>(Ccgp("Embedding", ["C"]), $"Could not find condition column 'C'. {All} (Parameter 'view')");
        FitFails<ArgumentOutOfRangeException>(Ccgp("Embedding", ["A"], "T"), $"Could not find target column 'T'. {All} (Parameter 'view')");
        FitFails<ArgumentOutOfRangeException>(
            _ml.Geometry.Scores.Alignment("Embedding", ["A"], input: "X"), $"Could not find input column 'X'. {All} (Parameter 'view')");
    }

    [Fact]
    public void Wrong_types_are_refused_with_the_remedy()
    {
        FitFails<ArgumentOutOfRangeException>(
            Ccgp("A", ["A"]),
            "Schema mismatch for embedding column 'A': expected Vector<Single>, got String. "
            + "Make one with Concatenate, after ConvertType to Single where the numbers are of another type. (Parameter 'view')");
        FitFails<ArgumentOutOfRangeException>(
            Ccgp("Embedding", ["Real"]),
            "Schema mismatch for condition column 'Real': expected Key, String, Boolean or an integer type, got Single. "
            + "Make levels of it with Conversion.MapValueToKey or Conversion.ConvertType. (Parameter 'view')");
        IDataView time = Columns.View(_ml, [new { Embedding = new float[2], A = "x", When = DateTime.UnixEpoch }], ("Embedding", 2));
        Should.Throw<ArgumentOutOfRangeException>(() => Ccgp("Embedding", ["A"], "When").Fit(time)).Message.ShouldBe(
            "Schema mismatch for target column 'When': expected Boolean, Key, String, an integer type or Vector<Single>, got DateTime. "
            + "Make a key of it with Conversion.MapValueToKey, or numbers with Conversion.ConvertType to Single. (Parameter 'view')");
    }

    [Fact]
    public void One_condition_is_refused()
    {
        IDataView one = Square.View(_ml, (a, b) => a > 0 && b > 0);
        Should.Throw<ArgumentException>(() => Ccgp("Embedding", ["A"]).Fit(one)).Message.ShouldBe(
            "The condition column 'A' holds one condition only ('plus'), so there is nothing to tell apart. "
            + "Give rows of at least two conditions, or name other condition columns.");
        Should.Throw<ArgumentException>(() => Ccgp("Embedding", ["A", "B"]).Fit(one)).Message.ShouldBe(
            "The condition columns 'A', 'B' hold one condition only ('A=plus, B=plus'), so there is nothing to tell apart. "
            + "Give rows of at least two conditions, or name other condition columns.");
    }

    [Fact]
    public void One_class_is_refused()
    {
        IDataView plus = Square.View(_ml, (a, _) => a > 0);
        Should.Throw<ArgumentException>(() => Ccgp("Embedding", ["B"], "A").Fit(plus)).Message
            .ShouldStartWith("Target 'A' has only the class 'plus', so there is nothing to tell apart.");
    }

    [Fact]
    public void A_target_that_changes_within_a_condition_is_refused() =>
        Should.Throw<ArgumentException>(() => Ccgp("Embedding", ["A"], "Xor").Fit(Square.View(_ml))).Message.ShouldStartWith(
            "Target 'Xor' is both true and false within condition 'minus', so it does not divide the conditions. "
            + "Add the column that distinguishes those rows to the condition columns, or choose another target.");

    [Fact]
    public void A_target_of_many_numbers_draws_no_dichotomy() =>
        FitFails<ArgumentException>(
            Ccgp("Embedding", ["A", "B"], "Real"),
            "The target column 'Real' has values other than two (row 4, element 0: 0.5), so it draws no dichotomy. "
            + "Use a Boolean, key or two-valued target here; real targets serve alignment only.");

    [Fact]
    public void A_missing_condition_is_named_with_its_row() =>
        FitFails<ArgumentException>(
            Ccgp("Embedding", ["A", "Nothing"]),
            "The condition column 'Nothing' has no value in row 0. Drop such rows, for example with Data.FilterRowsByMissingValues.");

    [Fact]
    public void A_view_without_rows_is_refused() =>
        Should.Throw<ArgumentException>(() => Ccgp("Embedding", ["A"]).Fit(Square.View(_ml, (_, _) => false))).Message
            .ShouldBe("The view has no rows, so column 'Embedding' cannot be scored. (Parameter 'view')");

    [Fact]
    public void An_unknown_condition_is_refused_when_the_view_is_scored()
    {
        ScoreTransformer transformer = Ccgp("Embedding", ["A"]).Fit(Square.View(_ml));
        IDataView other = Columns.View(_ml, [new { Embedding = new float[3], A = "zero" }, new { Embedding = new float[3], A = "plus" }], ("Embedding", 3));
        IDataView view = transformer.Transform(other);
        const string Message = "The condition 'zero' of column 'A' was not in the data that the score was fitted on, which has minus; plus. "
            + "Fit on data with all conditions, or drop these rows.";
        Should.Throw<ArgumentException>(() => _ml.Geometry.Scores.Collect(view)).Message.ShouldBe(Message);
        Should.Throw<ArgumentException>(() => Columns.Values<double[]>(view, "Embedding.Ccgp")).Message.ShouldBe(Message);
    }

    [Fact]
    public void A_number_that_is_not_finite_is_named_with_its_row_and_column()
    {
        IDataView data = Square.View(_ml);
        foreach (ScoreEstimator estimator in new[] { Ccgp("Broken", ["A"]), _ml.Geometry.Scores.Alignment("Broken", ["A"], target: "A") })
        {
            Should.Throw<ArgumentException>(() => _ml.Geometry.Scores.Evaluate(data, estimator)).Message.ShouldStartWith(
                "Column 'Broken': The value in row 16, column 1 (both counted from 0) is NaN. "
                + "Scores need finite numbers: remove such rows or replace missing values first.");
        }
    }

    [Fact]
    public void Alignment_needs_something_to_align_with() =>
        Should.Throw<ArgumentException>(() => _ml.Geometry.Scores.Alignment("Embedding", ["A"])).Message
            .ShouldBe("Alignment is with something: name the column of the inputs, of the target, or both. (Parameter 'input')");

    [Fact]
    public void Scores_need_conditions() =>
        Should.Throw<ArgumentException>(() => Ccgp("Embedding", [])).Message
            .ShouldStartWith("Name at least one condition column: a condition is one combination of the values of these columns.");

    [Fact]
    public void Holding_out_an_unknown_variable_is_refused()
    {
        var options = new CcgpOptions { Split = CcgpSplit.ByVariable, Variable = "C" };
        ScoreEstimator estimator = _ml.Geometry.Scores.Ccgp("Embedding", ["A", "B"], options, "A");
        Should.Throw<ArgumentException>(() => _ml.Geometry.Scores.Evaluate(Square.View(_ml), estimator)).Message.ShouldStartWith(
            "To hold out the levels of a variable, name it in CcgpOptions.Variable: 'C' is not known, the conditions were combined from 'A', 'B'.");
    }

    private ScoreEstimator Ccgp(string embedding, string[] conditions, string? target = null) => _ml.Geometry.Scores.Ccgp(embedding, conditions, target);

    private void FitFails<TException>(ScoreEstimator estimator, string message)
        where TException : Exception =>
        Should.Throw<TException>(() => estimator.Fit(Square.View(_ml))).Message.ShouldBe(message);
}
