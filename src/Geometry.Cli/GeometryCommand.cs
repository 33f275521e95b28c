using System.CommandLine;
using System.CommandLine.Parsing;
using Geometry.Experiments;

namespace Geometry.Cli;

/// <summary>The command <c>geometry</c>.</summary>
public static class GeometryCommand
{
    /// <summary>Runs the command.</summary>
    /// <param name="args">The words after its name.</param>
    /// <param name="terminal">Where it writes.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static int Run(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(terminal);
        ParseResult words = CommandFor(terminal, cancellation).Parse(args);
        if (words.Errors.Count > 0)
        {
            foreach (ParseError error in words.Errors)
            {
                terminal.Error.WriteLine($"geometry: {error.Message}");
            }

            terminal.Error.WriteLine("Try 'geometry --help', or --help behind a command.");
            return ExitCodes.BadInput;
        }

        try
        {
            return words.Invoke(new InvocationConfiguration
            {
                Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null,
            });
        }
        catch (BadInputException e)
        {
            terminal.Error.WriteLine(e is PipelineFileException ? e.Message : $"geometry: {e.Message}");
            return ExitCodes.BadInput;
        }
        catch (StoppedException e)
        {
            terminal.Error.WriteLine($"geometry: {e.Message}");
            return ExitCodes.Interrupted;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("geometry: stopped; no results were written.");
            return ExitCodes.Interrupted;
        }
        catch (Exception e)
        {
            terminal.Error.WriteLine($"geometry: this is a defect of the program; please report it with the text that follows.\n{e}");
            return ExitCodes.Defect;
        }
    }

    private static RootCommand CommandFor(Terminal terminal, CancellationToken cancellation)
    {
        var root = new RootCommand("Trains networks in ML.NET pipelines and scores the geometry of their layers.")
        {
            RunCommand.Create(terminal, cancellation),
            ReproduceCommand.Create(terminal, cancellation),
            ScoreCommand.Create(terminal, cancellation),
            ReportCommand.Create(terminal),
            ValidateCommand.Create(terminal),
            ListCommand.Create(terminal),
        };
        root.Options.OfType<VersionOption>().Single().Action = new VersionAction(terminal);
        return root;
    }
}
