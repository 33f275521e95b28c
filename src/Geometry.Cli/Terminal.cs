using Spectre.Console;

namespace Geometry.Cli;

/// <summary>Where a command writes.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Messages.</param>
/// <param name="IsInteractive">Whether <paramref name="Out"/> is a terminal, which gets colours and progress bars; files and pipes get plain text.</param>
public sealed record Terminal(TextWriter Out, TextWriter Error, bool IsInteractive)
{
    /// <summary>Makes what is drawn on when <see cref="Out"/> is a terminal.</summary>
    /// <returns>The console.</returns>
    public IAnsiConsole ToConsole() => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Out) });
}
