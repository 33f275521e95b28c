namespace Geometry.Experiments.Tests;

public class TrainingEstimateTests
{
    [Fact]
    public void Training_grows_with_its_epochs_and_rows()
    {
        TimeSpan Of(string from, string to) =>
            Experiment.EstimateTraining(PipelineText.Read(PipelineText.Small.Replace(from, to, StringComparison.Ordinal))).Duration;

        TimeSpan small = Of("\"epochs\": 2", "\"epochs\": 20000");
        TimeSpan fourfold = Of("\"epochs\": 2", "\"epochs\": 80000");

        (fourfold / small).ShouldBe(4, 0.05);
        small.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public void Every_cell_that_trains_on_drawn_rows_is_known()
    {
        TrainingEstimate estimate = Experiment.EstimateTraining(PipelineText.Read(PipelineText.Small));

        (estimate.Cells, estimate.CellsKnown).ShouldBe((2, 2));
        estimate.OnThreads(1).ShouldBe(estimate.Duration);
    }

    [Fact]
    public void Columns_that_steps_make_are_not_known()
    {
        string text = PipelineText.Small.Replace(
            "\"step\": \"Mlp\"", "\"step\": \"CopyColumns\", \"outputColumnName\": \"Raw\", \"inputColumnName\": \"Features\" }, { \"step\": \"Mlp\", \"featureColumnName\": \"Raw\"",
            StringComparison.Ordinal);

        Experiment.EstimateTraining(PipelineText.Read(text)).ShouldBe(new TrainingEstimate(2, 0, TimeSpan.Zero));
    }

    [Fact]
    public void Cells_side_by_side_take_less_time() =>
        new TrainingEstimate(4, 4, TimeSpan.FromSeconds(8)).OnThreads(2).ShouldBe(TimeSpan.FromSeconds(8.0 / Math.Min(2, Environment.ProcessorCount)));
}
