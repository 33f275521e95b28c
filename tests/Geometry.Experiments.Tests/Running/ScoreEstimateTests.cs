namespace Geometry.Experiments.Tests;

public class ScoreEstimateTests
{
    private const string Folds = "\"folds\": 2";

    [Theory]
    [InlineData(Folds, Folds, 2 * 2 * 2)]
    [InlineData(Folds, "\"folds\": 2, \"nulls\": { \"draws\": 3 }", 2 * 2 * 2 * 4)]
    [InlineData("\"epochs\": 2", "\"epochs\": 2, \"checkpointEpochs\": [0, 2]", 2 * 2 * 2 * 2)]
    [InlineData("\"step\": \"Decodability\"", "\"step\": \"Shattering\"", 2 * 2 * 2 * 3)]
    public void Decoders_of_all_cells_are_counted(string from, string to, int fits)
    {
        ScoreEstimate estimate = Experiment.EstimateScores(PipelineText.Read(PipelineText.Small.Replace(from, to, StringComparison.Ordinal)));

        (estimate.Cells, estimate.CellsKnown, estimate.Cost.Fits).ShouldBe((2, 2, fits));
        estimate.OnThreads(1).ShouldBe(estimate.Cost);
    }

    [Fact]
    public void Cells_side_by_side_take_less_time() =>
        new ScoreEstimate(4, 4, new Scores.ScoreCost(1, 1, TimeSpan.FromSeconds(8))).OnThreads(2).Duration
            .ShouldBe(TimeSpan.FromSeconds(8.0 / Math.Min(2, Environment.ProcessorCount)));

    [Fact]
    public void Columns_that_steps_make_are_known_when_the_run_has_them()
    {
        string text = PipelineText.Small
            .Replace("\"step\": \"NormalizeMeanVariance\", \"outputColumnName\": \"Features\"",
                "\"step\": \"CopyColumns\", \"outputColumnName\": \"Raw\", \"inputColumnName\": \"Features\"", StringComparison.Ordinal)
            .Replace("[\"Features\", \"Hidden2\"]", "[\"Raw\", \"Hidden2\"]", StringComparison.Ordinal);
        Pipeline pipeline = PipelineText.Read(text);
        List<ScoreEstimate> told = [];

        Experiment.EstimateScores(pipeline).CellsKnown.ShouldBe(0);
        Experiment.Run(pipeline, new RunOptions { Threads = 2, ScoresKnown = told.Add });

        told.ShouldHaveSingleItem().ShouldSatisfyAllConditions(estimate => estimate.CellsKnown.ShouldBe(2), estimate => estimate.Cost.Fits.ShouldBe(8));
    }
}
