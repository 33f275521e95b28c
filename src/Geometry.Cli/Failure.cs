using Geometry.Experiments;

namespace Geometry.Cli;

/// <summary>Why a command did not do what it was asked to.</summary>
/// <param name="ExitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="Message">What is wrong and what to do about it.</param>
internal sealed record Failure(int ExitCode, string Message)
{
    /// <summary>Gets a further line for a person; empty for none.</summary>
    public string Hint { get; init; } = "";

    /// <summary>Gets the problems of a file, each with its place; empty where there is no such file.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Gets the path of the file with the details of a defect; null where there is none.</summary>
    public string? Details { get; init; }

    /// <summary>Gives the failure that an exception stands for.</summary>
    /// <param name="e">The exception.</param>
    /// <param name="args">The words of the command line, for the report of a defect.</param>
    /// <param name="stopCode">The exit code of a stopped command.</param>
    public static Failure Of(Exception e, IReadOnlyList<string> args, int stopCode) => e switch
    {
        PipelineFileException file => new(ExitCodes.BadInput, file.Message) { Problems = file.Problems },
        BadInputException => new(ExitCodes.BadInput, e.Message),
        StoppedException => new(stopCode, e.Message),
        OperationCanceledException => new(stopCode, "stopped; no results were written."),
        IOException or UnauthorizedAccessException => new(ExitCodes.BadInput, $"a file cannot be read or written: {e.Message}"),
        _ => DefectReport.Of(e, args),
    };

    /// <summary>Tells it: to a person on the standard error, and to a program as a document on the standard output.</summary>
    public void Write(Terminal terminal, bool asJson)
    {
        // Problems begin with their file and place, which editors and terminals can jump to.
        terminal.Error.WriteLine(Problems.Count > 0 ? Message : $"geometry: {Message}");
        if (Hint.Length > 0)
        {
            terminal.Error.WriteLine(Hint);
        }

        if (asJson)
        {
            JsonOutput.Write(terminal, new
            {
                Error = new
                {
                    Message,
                    ExitCode,
                    Problems = Problems.Select(problem => new { problem.File, problem.Place.Line, problem.Place.Column, problem.Place.Path, problem.Message }),
                    Details,
                },
            });
        }
    }
}
