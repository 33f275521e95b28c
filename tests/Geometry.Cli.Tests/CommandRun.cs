namespace Geometry.Cli.Tests;

/// <summary>What a command did: its exit code and what it wrote.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Out">What went to the standard output.</param>
/// <param name="Error">What went to the standard error.</param>
internal sealed record CommandRun(int ExitCode, string Out, string Error)
{
    /// <summary>Runs the command in this process.</summary>
    public static CommandRun Of(params IReadOnlyList<string> args) => Of(CancellationToken.None, args);

    /// <summary>Runs the command in this process.</summary>
    public static CommandRun Of(CancellationToken cancellation, IReadOnlyList<string> args)
    {
        using StringWriter output = new(), error = new();
        int code = GeometryCommand.Run(args, new Terminal(output, error, IsInteractive: false), cancellation);
        return new CommandRun(code, output.ToString(), error.ToString());
    }
}
