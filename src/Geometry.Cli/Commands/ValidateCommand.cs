using System.CommandLine;
using Geometry.Experiments;

namespace Geometry.Cli;

/// <summary><c>geometry validate PIPELINE</c>: checks a pipeline file, and trains nothing.</summary>
internal static class ValidateCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        Argument<string> pipeline = RunCommand.PipelineFile();
        Option<bool> json = JsonOutput.Option();
        var command = new CommandWithExamples(
            "validate",
            "Checks a pipeline file and lists every problem with its place. Nothing is trained.",
            new Example("geometry validate my.json", "what is wrong with it and where, or how much it will compute"))
        {
            pipeline, json,
        };
        command.SetAction(words =>
        {
            Pipeline read = Pipeline.Load(words.GetRequiredValue(pipeline)), quick = Pipeline.Load(read.File, quick: true);
            if (words.GetValue(json))
            {
                JsonOutput.Write(terminal, new { Command = "validate", read.File, read.Name, Full = SizeOf(read), Quick = quick.IsQuick ? SizeOf(quick) : null });
                return ExitCodes.Success;
            }

            terminal.Out.WriteLine($"{read.File}: '{read.Name}' is fine: {CellsOf(read)}{(quick.IsQuick ? $", with --quick {CellsOf(quick)}" : "")}.");
            return ExitCodes.Success;
        });
        return command;
    }

    // Decoders of cells of which it is not known before the run are not counted.
    private static object SizeOf(Pipeline pipeline)
    {
        ScoreEstimate scores = Experiment.EstimateScores(pipeline);
        return new { Cells = pipeline.Cells.Count, CellsKnown = scores.CellsKnown, Decoders = scores.Cost.Fits };
    }

    private static string CellsOf(Pipeline pipeline) =>
        Counted.Of(pipeline.Cells.Count, "cell")
        + EstimateText.After(Experiment.EstimateTraining(pipeline), Experiment.EstimateScores(pipeline), Environment.ProcessorCount);
}
