using Geometry.MLNet.Tests.Views;
using Geometry.Scores;
using Microsoft.ML;

namespace Geometry.MLNet.Tests.Scores;

public class SampledDichotomiesTests
{
    [Fact]
    public void A_mean_over_some_of_too_many_dichotomies_says_so()
    {
        var ml = new MLContext(seed: 1);
        IDataView view = Columns.View(
            ml, Enumerable.Range(0, 36).Select(row => new { Embedding = new[] { row % 18, row * row % 7f }, Condition = $"c{row % 18:00}" }), ("Embedding", 2));
        var options = new DecodabilityOptions { Decoder = LinearDecoder.LeastSquares, Folds = 2 };

        ScoreTable table = ml.Geometry.Scores.Evaluate(view, ml.Geometry.Scores.Decodability("Embedding", ["Condition"], options));

        table.Rows.Count.ShouldBe(10_001);
        table.Rows[0].Entry.Target.ShouldStartWith("{c00 | c01 | ");
        table.Rows[^1].Entry.Warnings.ShouldContain("mean over 10000 of 24310 balanced dichotomies, drawn without replacement");
    }
}
