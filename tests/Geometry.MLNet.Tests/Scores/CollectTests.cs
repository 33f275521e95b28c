using Geometry.MLNet.Tests.Views;
using Geometry.Scores;
using Microsoft.ML;

namespace Geometry.MLNet.Tests.Scores;

/// <summary>Collecting the scores that a view carries.</summary>
public class CollectTests
{
    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void A_view_without_scores_has_none() => _ml.Geometry.Scores.Collect(Square.View(_ml)).Rows.ShouldBeEmpty();

    [Fact]
    public void No_view_is_an_error()
    {
        Should.Throw<ArgumentNullException>(() => _ml.Geometry.Scores.Collect(null!)).ParamName.ShouldBe("data");
        Should.Throw<ArgumentNullException>(() => _ml.Geometry.Scores.Evaluate(null!)).ParamName.ShouldBe("data");
    }

    [Fact]
    public void Columns_of_a_chain_are_collected_in_its_order()
    {
        IDataView data = Square.View(_ml);
        var chain = _ml.Geometry.Scores.Alignment("Embedding", ["A", "B"], target: "A")
            .Append(_ml.Geometry.Scores.Ccgp("Embedding", ["A", "B"], "A"))
            .Append(_ml.Geometry.Scores.Ccgp("Embedding", ["A", "B"], "Xor", outputColumnName: "Xor.Ccgp"));
        IDataView view = chain.Fit(data).Transform(data);
        view.Schema.TakeLast(3).Select(column => column.Name).ShouldBe(["Embedding.Alignment", "Embedding.Ccgp", "Xor.Ccgp"]);
        _ml.Geometry.Scores.Collect(view).Rows.Select(row => (row.Entry.Score, row.Entry.Target))
            .ShouldBe([("alignment", "A"), ("ccgp", "A"), ("ccgp", "Xor")]);
    }

    [Fact]
    public void An_entry_is_collected_with_all_that_it_says()
    {
        IDataView data = Square.View(_ml);
        ScoreEstimator estimator = _ml.Geometry.Scores.Decodability(
            "Embedding", ["A", "B"], new DecodabilityOptions { Folds = 5, Measures = DecodingMeasures.Both }, "A");
        IDataView view = estimator.Fit(data).Transform(data);
        ConditionLabels conditions = ConditionLabels.Combine(
            ("A", ConditionLabels.FromValues(Columns.Values<string>(data, "A"))), ("B", ConditionLabels.FromValues(Columns.Values<string>(data, "B"))));
        var embedding = new Representation(Columns.Vectors(data, "Embedding").SelectMany(row => row).ToArray(), conditions.Rows, 3);
        IReadOnlyList<ScoreEntry> expected = Geometry.Scores.Decodability.Evaluate(
            embedding, conditions, Dichotomy.FromClasses("A", ConditionLabels.FromValues(Columns.Values<string>(data, "A")), conditions),
            new DecodabilityOptions { Folds = 5, Measures = DecodingMeasures.Both });
        _ml.Geometry.Scores.Collect(view).Rows.Select(row => row.Entry).ShouldBe(expected);
        Columns.SlotNames(view, "Embedding.Decodability").ShouldBe(["A (accuracy)", "A (balanced accuracy)"]);
    }

    [Fact]
    public void A_schema_alone_carries_no_scores()
    {
        IDataView data = Square.View(_ml);
        ScoreTransformer transformer = _ml.Geometry.Scores.Ccgp("Embedding", ["A", "B"], "A").Fit(data);
        IDataView empty = _ml.Data.TakeRows(data, 1);
        transformer.GetOutputSchema(empty.Schema)["Embedding.Ccgp"].Annotations.Schema.GetColumnOrNull("Geometry.Scores").ShouldNotBeNull();
        transformer.Conditions.ShouldBe(["A=minus, B=minus", "A=minus, B=plus", "A=plus, B=minus", "A=plus, B=plus"]);
        transformer.SlotNames.ShouldBe(["A"]);
    }
}
