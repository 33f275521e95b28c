using System.CommandLine;
using Geometry.Experiments;

namespace Geometry.Cli;

/// <summary><c>geometry validate PIPELINE</c>: checks a pipeline file, and trains nothing.</summary>
internal static class ValidateCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var pipeline = new Argument<string>("PIPELINE") { Description = "The pipeline file (pipelines/README.md describes the format)." };
        var command = new Command("validate", "Checks a pipeline file and lists every problem with its place.") { pipeline };
        command.SetAction(words =>
        {
            Pipeline read = Pipeline.Load(words.GetRequiredValue(pipeline)), quick = Pipeline.Load(read.File, quick: true);
            terminal.Out.WriteLine($"{read.File}: '{read.Name}' is fine: {CellsOf(read)}{(quick.IsQuick ? $", with --quick {CellsOf(quick)}" : "")}.");
            return ExitCodes.Success;
        });
        return command;
    }

    private static string CellsOf(Pipeline pipeline) =>
        EstimateText.Cells(pipeline.Cells.Count)
        + EstimateText.After(Experiment.EstimateTraining(pipeline), Experiment.EstimateScores(pipeline), Environment.ProcessorCount);
}
