using Geometry.MLNet.Tests.Views;
using Geometry.Seeding;
using Microsoft.ML;

namespace Geometry.MLNet.Tests.Scores;

/// <summary>Scores that are appended one behind the other read the view together, as far as memory goes, and have the values that they have alone.</summary>
public class SharedPassTests
{
    private const int Rows = 60;

    // What the numbers of all three columns take.
    private const long All = Rows * 9 * sizeof(float);

    private readonly MLContext _ml = new(seed: 1);
    private readonly IDataView _view;

    public SharedPassTests()
    {
        var stream = new RandomStream(1, "passes");
        float[] Draw(int width)
        {
            var values = new float[width];
            stream.FillGaussian(values);
            return values;
        }

        _view = Columns.View(
            _ml, Enumerable.Range(0, Rows).Select(row => new { A = Draw(2), B = Draw(4), C = Draw(3), Condition = $"c{row % 4}", Other = row % 3 == 0 }), ("A", 2), ("B", 4), ("C", 3));
    }

    [Fact]
    public void All_columns_are_read_at_once()
    {
        var counted = new CountingView(_view);

        Values(Transformed(counted, Scores(1 << 20))).ShouldBe(Alone());

        counted.Passes.ShouldHaveSingleItem().ShouldBe(["A", "B", "C", "Condition"]);
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(All - 1, 2)]
    [InlineData(All, 1)]
    public void What_does_not_go_into_memory_waits_for_another_pass(long memory, int passes)
    {
        foreach (bool knowsRowCount in new[] { true, false })
        {
            var counted = new CountingView(_view, knowsRowCount);

            Values(Transformed(counted, Scores(memory))).ShouldBe(Alone());

            counted.Passes.Count.ShouldBe(passes);
        }
    }

    [Fact]
    public void Scores_of_other_conditions_have_a_pass_of_their_own()
    {
        var counted = new CountingView(_view);

        Values(Transformed(counted, [_ml.Geometry.Scores.Rdm("A", ["Condition"], "B"), _ml.Geometry.Scores.Rdm("A", ["Other"], "B")]));

        counted.Passes.ShouldBe([["A", "B", "Condition"], ["A", "B", "Other"]]);
    }

    [Fact]
    public void Only_the_score_of_a_bad_column_fails()
    {
        IDataView view = Columns.View(
            _ml, Enumerable.Range(0, Rows).Select(row => new { A = new[] { row, row == 7 ? float.NaN : row % 5 }, B = new[] { row % 7, row % 4f }, Condition = $"c{row % 4}" }), ("A", 2), ("B", 2));
        IDataView scored = Transformed(view, [_ml.Geometry.Scores.Parallelism("A", ["Condition"]), _ml.Geometry.Scores.Parallelism("B", ["Condition"])]);

        Should.Throw<ArgumentException>(() => _ml.Geometry.Scores.Collect(scored)).Message.ShouldStartWith("Column 'A': ");
        Columns.Values<double[]>(scored, "B.Parallelism").Length.ShouldBe(Rows);
    }

    [Fact]
    public void A_negative_memory_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => _ml.Geometry.Scores.Parallelism("A", ["Condition"]).WithMemory(-1));

    private ScoreEstimator[] Scores(long memory) =>
    [
        _ml.Geometry.Scores.Parallelism("A", ["Condition"]).WithMemory(memory),
        _ml.Geometry.Scores.Rdm("A", ["Condition"], "C").WithMemory(memory),
        _ml.Geometry.Scores.Parallelism("B", ["Condition"]).WithMemory(memory),
        _ml.Geometry.Scores.Ccgp("C", ["Condition"]).WithMemory(memory),
        _ml.Geometry.Scores.Parallelism("C", ["Condition"]).WithMemory(memory),
    ];

    private double?[] Alone() => [.. Scores(0).SelectMany(score => _ml.Geometry.Scores.Evaluate(_view, score).Rows).Select(row => row.Entry.Value.ToNullable())];

    private double?[] Values(IDataView view) => [.. Collected(view).Select(row => row.Entry.Value.ToNullable())];

    private IReadOnlyList<ScoreRow> Collected(IDataView view) => _ml.Geometry.Scores.Collect(view).Rows;

    // Fitting reads labels, so a view that counts is only transformed.
    private IDataView Transformed(IDataView view, IEnumerable<ScoreEstimator> scores) =>
        scores.Aggregate((Fitted: view is CountingView ? _view : view, View: view), (current, score) =>
        {
            ScoreTransformer transformer = score.Fit(current.Fitted);
            return (transformer.Transform(current.Fitted), transformer.Transform(current.View));
        }).View;
}
