namespace Geometry.Experiments.Tests;

public class CheckpointTests
{
    [Fact]
    public void Scores_after_an_epoch_are_those_of_a_training_that_ended_there()
    {
        ExperimentResult whole = Experiment.Run(PipelineText.Read(With("\"epochs\": 2, \"checkpointEpochs\": [0, 1, 2]")));

        whole.Rows.Where(row => row.Nonlinearity == "tanh").Select(row => row.Epoch).Distinct().ShouldBe([0, 1, 2]);
        foreach (int epoch in new[] { 0, 1, 2 })
        {
            ExperimentResult part = Experiment.Run(PipelineText.Read(With($"\"epochs\": {epoch}")));
            whole.Rows.Where(row => row.Epoch == epoch).Select(row => (row.Layer, row.Score, row.Target, row.Value))
                .ShouldBe(part.Rows.Select(row => (row.Layer, row.Score, row.Target, row.Value)));
        }
    }

    [Fact]
    public void An_epoch_beyond_the_last_is_refused() =>
        PipelineText.ProblemsAfter("\"epochs\": 2", "\"epochs\": 2, \"checkpointEpochs\": [3]").ShouldHaveSingleItem().ShouldContain("CheckpointEpochs = [3]");

    private static string With(string settings) => PipelineText.Small.Replace("\"epochs\": 2", settings, StringComparison.Ordinal);
}
