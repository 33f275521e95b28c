using System.Globalization;
using Geometry.Experiments;

namespace Geometry.Cli;

/// <summary>Runs a pipeline into a folder: what is there already is kept, and what is done is kept if the run is stopped.</summary>
internal static class PipelineRun
{
    /// <summary>Runs the pipeline, with its progress on the standard error, and writes its results.</summary>
    /// <param name="terminal">Where messages go.</param>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="output">The folder of the results.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="showProgress">Whether progress is shown where there is no terminal, too.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <param name="keepsModels">Whether the models of the cells are kept.</param>
    /// <exception cref="StoppedException">The run was stopped after cells were done.</exception>
    public static PipelineOutcome Of(Terminal terminal, Pipeline pipeline, string output, RunOptions options, bool showProgress, CancellationToken cancellation,
        bool keepsModels = false)
    {
        using ResultFolder folder = ResultFolder.Open(output);
        using CellStore store = folder.OpenStore(pipeline, keepsModels);
        ScoreEstimate scores = Experiment.EstimateScores(pipeline, store);
        int kept = store.Count;
        TrainingEstimate training = Experiment.EstimateTraining(pipeline, store);
        terminal.Error.WriteLine(Announcement(pipeline, store, EstimateText.After(training, scores, options.Threads), options.Threads));
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
            ExperimentResult result = new ProgressDisplay(terminal, showProgress, "cells").Run(progress => Stoppable.Run(
                () => Experiment.Run(pipeline, options with { Progress = progress, Store = store, ScoresKnown = known }, cancellation), cancellation));
            folder.Write(result.Rows, Manifest.Of(pipeline, result), result.Tables);
            return new PipelineOutcome(result, folder.Path, kept, store.Models?.Folder);
        }
        catch (OperationCanceledException) when (store.Count > 0)
        {
            throw new StoppedException(string.Create(CultureInfo.InvariantCulture,
                $"stopped; {store.Count} of {pipeline.Cells.Count} cells are kept in {folder.Path}, and the same command goes on from there."));
        }
    }

    private static string Announcement(Pipeline pipeline, CellStore store, string costs, int threads)
    {
        int kept = store.Count, missing = pipeline.Cells.Count - kept;
        string quick = pipeline.IsQuick ? ", the quick version" : "";
        string there = kept > 0 ? string.Create(CultureInfo.InvariantCulture, $", {kept} of them there from an earlier run") : "";
        string time = missing == 0 ? ""
            : store.MeanTime is { } mean ? $"; about {RemainingTime.Text(mean * missing / Math.Min(Math.Min(threads, Environment.ProcessorCount), missing))} left, by the cells that are there"
            : "; the time left is estimated from the first cells";
        return string.Create(CultureInfo.InvariantCulture, $"{pipeline.Name}{quick}: {pipeline.Cells.Count} cells{there}{costs}{time}.");
    }
}
