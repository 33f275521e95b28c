using System.Globalization;
using Geometry.Experiments;

namespace Geometry.Cli;

/// <summary>Runs a pipeline into a folder: what is there already is kept, and what is done is kept if the run is stopped.</summary>
internal static class PipelineRun
{
    /// <summary>Runs the pipeline, with its progress on the standard error, and writes its results.</summary>
    /// <returns>The scores and the full path of the folder.</returns>
    /// <exception cref="StoppedException">The run was stopped after cells were done.</exception>
    public static (ExperimentResult Result, string Folder) Of(Terminal terminal, Pipeline pipeline, string output, RunOptions options, CancellationToken cancellation)
    {
        using ResultFolder folder = ResultFolder.Open(output);
        using CellStore store = folder.OpenStore(pipeline);
        ScoreEstimate scores = Experiment.EstimateScores(pipeline, store);
        TrainingEstimate training = Experiment.EstimateTraining(pipeline, store);
        terminal.Error.WriteLine(Announcement(pipeline, store.Count, EstimateText.After(training, scores, options.Threads)));
        Action<ScoreEstimate>? known = scores.CellsKnown == scores.Cells
            ? null
            : first =>
            {
                if (first.Cost.Fits > 0)
                {
                    terminal.Error.WriteLine(EstimateText.OfFirst(first, options.Threads));
                }
            };
        try
        {
            ExperimentResult result = ProgressDisplay.Run(terminal, progress =>
                Experiment.Run(pipeline, options with { Progress = progress, Store = store, ScoresKnown = known }, cancellation));
            folder.Write(result.Rows, Manifest.Of(pipeline, result), result.Tables);
            return (result, folder.Path);
        }
        catch (OperationCanceledException) when (store.Count > 0)
        {
            throw new StoppedException(string.Create(CultureInfo.InvariantCulture,
                $"stopped; {store.Count} of {pipeline.Cells.Count} cells are kept in {folder.Path}, and the same command goes on from there."));
        }
    }

    private static string Announcement(Pipeline pipeline, int kept, string costs)
    {
        string quick = pipeline.IsQuick ? ", the quick version" : "";
        string there = kept > 0 ? string.Create(CultureInfo.InvariantCulture, $", {kept} of them there from an earlier run") : "";
        string time = kept < pipeline.Cells.Count ? "; the time left is estimated from the first cells" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{pipeline.Name}{quick}: {pipeline.Cells.Count} cells{there}{costs}{time}.");
    }
}
