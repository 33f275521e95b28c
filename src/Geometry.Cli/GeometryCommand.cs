using System.CommandLine;

namespace Geometry.Cli;

/// <summary>The command <c>geometry</c>.</summary>
public static class GeometryCommand
{
    /// <summary>Runs the command.</summary>
    /// <param name="args">The words after its name.</param>
    /// <param name="terminal">Where it writes.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="stopCode">Gives the exit code of a stopped command, when it has been stopped; null for <see cref="ExitCodes.Interrupted"/>.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellation = default, Func<int>? stopCode = null)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(terminal);
        Failure failure;
        try
        {
            ParseResult words = CommandFor(terminal, cancellation).Parse(args);
            if (words.Errors.Count == 0)
            {
                return words.Invoke(new InvocationConfiguration
                {
                    Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null,
                });
            }

            failure = CommandLineErrors.Of(words, terminal);
        }
        catch (Exception e)
        {
            failure = Failure.Of(e, args, stopCode?.Invoke() ?? ExitCodes.Interrupted);
        }

        failure.Write(terminal, JsonOutput.IsWanted(args));
        return failure.ExitCode;
    }

    /// <summary>Says that the process is ended without waiting for what is under way.</summary>
    /// <param name="args">The words after its name.</param>
    /// <param name="terminal">Where it writes.</param>
    /// <param name="stopCode">The exit code.</param>
    internal static void Leave(IReadOnlyList<string> args, Terminal terminal, int stopCode)
    {
        terminal.Restore();
        new Failure(stopCode, "stopped at once; what was done before is kept.").Write(terminal, JsonOutput.IsWanted(args));
    }

    private static RootCommand CommandFor(Terminal terminal, CancellationToken cancellation)
    {
        var root = new RootCommand("Trains networks in ML.NET pipelines and scores the geometry of their layers: how decodable, how abstract and how aligned with "
            + "inputs and targets each layer is. A pipeline file says what is trained and scored; a run writes its table of scores into a folder and goes on where it was stopped.")
        {
            RunCommand.Create(terminal, cancellation),
            ScoreCommand.Create(terminal, cancellation),
            ReproduceCommand.Create(terminal, cancellation),
            ReportCommand.Create(terminal),
            ModelCommand.Create(terminal, cancellation),
            ValidateCommand.Create(terminal),
            ListCommand.Create(terminal),
            CompletionCommand.Create(terminal),
        };
        root.HelpName = "geometry";
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction(terminal);
        CommandHelp.AddTo(root);
        return root;
    }
}
