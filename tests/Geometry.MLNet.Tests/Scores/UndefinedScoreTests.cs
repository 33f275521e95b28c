using Geometry.MLNet.Tests.Views;
using Geometry.Scores;
using Microsoft.ML;

namespace Geometry.MLNet.Tests.Scores;

/// <summary>What the data does not define is NaN in the column and has its reason in the table.</summary>
public class UndefinedScoreTests
{
    private static readonly string[] Conditions = ["A", "B"];

    private readonly MLContext _ml = new(seed: 1);

    [Fact]
    public void A_condition_without_rows_is_the_reason()
    {
        IDataView three = Square.View(_ml, (a, b) => a < 0 || b < 0);
        foreach (ScoreEstimator estimator in Estimators("Embedding"))
        {
            IDataView view = estimator.Fit(Square.View(_ml)).Transform(three);
            foreach (ScoreEntry entry in Collected(view))
            {
                entry.Value.IsDefined.ShouldBeFalse();
                entry.Value.Reason.ShouldContain("'A=plus, B=plus'");
            }
        }
    }

    [Fact]
    public void A_condition_without_rows_leaves_the_variables_known()
    {
        IDataView three = Square.View(_ml, (a, b) => a < 0 || b < 0);
        var options = new CcgpOptions { Split = CcgpSplit.ByVariable, Variable = "B" };
        ScoreTransformer transformer = _ml.Geometry.Scores.Ccgp("Embedding", Conditions, options, "A").Fit(Square.View(_ml));
        Collected(transformer.Transform(three)).ShouldAllBe(entry => entry.Variant.Contains("by-variable:B") && !entry.Value.IsDefined);
    }

    [Fact]
    public void A_dead_column_is_undefined_with_a_reason_or_scored_with_a_warning()
    {
        foreach (ScoreEstimator estimator in Estimators("Dead"))
        {
            IDataView data = Square.View(_ml), view = estimator.Fit(data).Transform(data);
            ScoreEntry[] entries = [.. Collected(view).Where(entry => entry.Target != ScoreEntry.MeanTarget)];
            entries.ShouldNotBeEmpty();
            entries.ShouldAllBe(entry => entry.Value.IsDefined ? entry.Warnings.Count > 0 : entry.Value.Reason.Length > 0);
        }
    }

    [Fact]
    public void Undefined_slots_are_NaN_and_the_column_keeps_its_size()
    {
        IDataView data = Square.View(_ml);
        ScoreTransformer transformer = _ml.Geometry.Scores.Alignment("Dead", Conditions, input: "Input", target: "A").Fit(data);
        IDataView view = transformer.Transform(data);
        Columns.Values<double[]>(view, "Dead.Alignment").ShouldAllBe(row => row.Length == 2 && row.All(double.IsNaN));
        Collected(view).Select(entry => entry.Target).ShouldBe(["Input", "A"]);
        Collected(_ml.Data.Cache(view)).ShouldBe(Collected(view));
    }

    [Fact]
    public void Rows_with_undefined_scores_are_missing_values_to_stock_filters()
    {
        IDataView data = Square.View(_ml), view = _ml.Geometry.Scores.Alignment("Dead", Conditions, target: "A").Fit(data).Transform(data);
        Columns.Values<string>(_ml.Data.FilterRowsByMissingValues(view, "Dead.Alignment"), "A").ShouldBeEmpty();
    }

    private IEnumerable<ScoreEstimator> Estimators(string embedding) =>
    [
        _ml.Geometry.Scores.Ccgp(embedding, Conditions, "A"),
        _ml.Geometry.Scores.Ccgp(embedding, Conditions),
        _ml.Geometry.Scores.Decodability(embedding, Conditions, "A"),
        _ml.Geometry.Scores.Decodability(embedding, Conditions),
        _ml.Geometry.Scores.Shattering(embedding, Conditions, "A"),
        _ml.Geometry.Scores.Parallelism(embedding, Conditions),
        _ml.Geometry.Scores.Dimension(embedding, Conditions),
        _ml.Geometry.Scores.Collapse(embedding, Conditions, "A"),
        _ml.Geometry.Scores.Rdm(embedding, Conditions, target: "A"),
        _ml.Geometry.Scores.Alignment(embedding, Conditions, target: "A"),
        _ml.Geometry.Scores.Alignment(embedding, Conditions, input: "Input"),
    ];

    private IEnumerable<ScoreEntry> Collected(IDataView view) => _ml.Geometry.Scores.Collect(view).Rows.Select(row => row.Entry);
}
