using System.CommandLine;
using System.Globalization;
using Geometry.Experiments;

namespace Geometry.Cli;

/// <summary><c>geometry run PIPELINE</c>: runs a pipeline file, prints its table and writes its results.</summary>
internal static class RunCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        Argument<string> pipeline = PipelineFile();
        var output = new Option<string?>("--output", "-o") { HelpName = "DIR", Description = "The folder of the results. Default: results/ and the name in the file." };
        var threads = Threads();
        var memory = Memory();
        var seed = new Option<long?>("--seed") { HelpName = "N", Description = "A seed in place of the file's own." };
        var quick = Flag.Of("--quick", "Runs the smaller sweep that the file gives in its field 'quick'.");
        var models = Flag.Of("--models", "Keeps the fitted model of each cell in models/ of the folder; cells whose models are not there are computed again.");
        Option<bool> noReport = ReportCommand.NoReport(), progress = ProgressDisplay.Option(), json = JsonOutput.Option();
        output.CompletionSources.Add(PathCompletions.Folders);
        var command = new CommandWithExamples(
            "run",
            "Runs a pipeline file, prints the scores and writes scores.csv, manifest.json and report.html. Cells that are in the folder already are not computed again.",
            new("geometry run pipelines/unstructured-binary.json", "all of it, into results/unstructured-binary"),
            new("geometry run pipelines/noise.json --quick --output noise-quick", "the smaller sweep of the file, elsewhere"),
            new("geometry run my.json --json | jq '.means[] | [.layer, .score, .mean]'", "the means for another program"))
        {
            pipeline, output, threads, memory, seed, quick, models, noReport, progress, json,
        };
        command.SetAction(words =>
        {
            Pipeline read = Pipeline.Load(words.GetRequiredValue(pipeline), words.GetValue(seed), words.GetValue(quick));
            var options = new RunOptions { Threads = words.GetValue(threads), ScoreMemory = (long)words.GetValue(memory) << 20 };
            string folder = words.GetValue(output) ?? Path.Combine("results", read.Name);
            PipelineOutcome outcome = PipelineRun.Of(terminal, read, folder, options, words.GetValue(progress), cancellation, words.GetValue(models));
            string? report = words.GetValue(noReport) ? null : ReportCommand.TryWrite(terminal, outcome.Folder);
            if (words.GetValue(json))
            {
                JsonOutput.Write(terminal, ResultDocument.OfRun(read, outcome, report));
                return ExitCodes.Success;
            }

            ScoreDisplay.Write(terminal, outcome.Result);
            terminal.Out.WriteLine($"Results: {Path.Combine(outcome.Folder, ResultFolder.ScoresFile)}");
            if (outcome.Models is { } kept)
            {
                terminal.Out.WriteLine($"Models: {kept}");
            }

            if (report is not null)
            {
                terminal.Out.WriteLine($"Report: {report}");
            }

            return ExitCodes.Success;
        });
        return command;
    }

    /// <summary>Makes the argument that names a pipeline file.</summary>
    public static Argument<string> PipelineFile()
    {
        var pipeline = new Argument<string>("PIPELINE") { HelpName = "PIPELINE", Description = "The pipeline file (pipelines/README.md describes the format)." };
        pipeline.CompletionSources.Add(PathCompletions.Files(".json"));
        return pipeline;
    }

    /// <summary>Makes the option that says in how much memory scores read columns together.</summary>
    public static Option<int> Memory() => NumberAtLeast(
        "--memory", "MB", 0, 1024, "The megabytes in which the scores of a cell read columns together; what does not go into them is read in further passes. Results do not depend on it.");

    /// <summary>Makes the option that says how many threads work.</summary>
    public static Option<int> Threads() => NumberAtLeast("--threads", "N", 1, Environment.ProcessorCount, "How many threads work, at most. Results do not depend on it.");

    private static Option<int> NumberAtLeast(string name, string helpName, int least, int standard, string description)
    {
        var option = new Option<int>(name) { HelpName = helpName, Description = description, DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number < least)
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} is {text}; it must be at least {least}."));
            }
        });
        return option;
    }
}
