using System.CommandLine;
using Geometry.Experiments;

namespace Geometry.Cli;

/// <summary><c>geometry run PIPELINE</c>: runs a pipeline file, prints its table and writes its results.</summary>
internal static class RunCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal, CancellationToken cancellation)
    {
        var pipeline = new Argument<string>("PIPELINE") { Description = "The pipeline file (pipelines/README.md describes the format)." };
        var output = new Option<string?>("--output", "-o") { HelpName = "DIR", Description = "The folder of the results. Default: results/ and the name in the file." };
        var threads = Threads();
        var memory = Memory();
        var seed = new Option<long?>("--seed") { HelpName = "N", Description = "A seed in place of the file's own." };
        var quick = new Option<bool>("--quick") { Description = "Runs the smaller sweep that the file gives in its field 'quick'." };
        var noReport = ReportCommand.NoReport();
        var command = new Command("run", "Runs a pipeline file, prints the scores and writes scores.csv, manifest.json and report.html. Cells that are in the folder already are not computed again.")
        {
            pipeline, output, threads, memory, seed, quick, noReport,
        };
        command.SetAction(words =>
        {
            Pipeline read = Pipeline.Load(words.GetRequiredValue(pipeline), words.GetValue(seed), words.GetValue(quick));
            var options = new RunOptions { Threads = words.GetValue(threads), ScoreMemory = (long)words.GetValue(memory) << 20 };
            string folder = words.GetValue(output) ?? Path.Combine("results", read.Name);
            (ExperimentResult result, folder) = PipelineRun.Of(terminal, read, folder, options, cancellation);
            ScoreDisplay.Write(terminal, result);
            terminal.Out.WriteLine($"Results: {Path.Combine(folder, ResultFolder.ScoresFile)}");
            if (!words.GetValue(noReport) && ReportCommand.TryWrite(terminal, folder) is { } report)
            {
                terminal.Out.WriteLine($"Report: {report}");
            }

            return ExitCodes.Success;
        });
        return command;
    }

    /// <summary>Makes the option that says in how much memory scores read columns together.</summary>
    public static Option<int> Memory()
    {
        var memory = new Option<int>("--memory")
        {
            HelpName = "MB", Description = "The megabytes in which the scores of a cell read columns together; what does not go into them is read in further passes. Results do not depend on it.",
            DefaultValueFactory = _ => 1024,
        };
        memory.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < 0)
            {
                result.AddError($"--memory is {result.Tokens[0].Value}; it must be at least 0.");
            }
        });
        return memory;
    }

    /// <summary>Makes the option that says how many threads work.</summary>
    public static Option<int> Threads()
    {
        var threads = new Option<int>("--threads")
        {
            HelpName = "N", Description = "How many threads work, at most. Results do not depend on it. Default: one a processor.",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        threads.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < 1)
            {
                result.AddError($"--threads is {result.Tokens[0].Value}; it must be at least 1.");
            }
        });
        return threads;
    }
}
