using Spectre.Console;

namespace Geometry.Cli;

/// <summary>Where a command writes.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Messages.</param>
/// <param name="IsInteractive">Whether <paramref name="Out"/> is a terminal, which gets drawn tables; files and pipes get plain text.</param>
public sealed record Terminal(TextWriter Out, TextWriter Error, bool IsInteractive)
{
    private const string ShowCursor = "\u001b[?25h";

    /// <summary>Gets whether <see cref="Error"/> is a terminal, which gets progress bars; files and pipes get none. Default: false.</summary>
    public bool IsErrorInteractive { get; init; }

    /// <summary>Gives the standard streams of this process. A terminal that cannot move its cursor (TERM=dumb) counts as a file.</summary>
    /// <returns>The terminal.</returns>
    public static Terminal OfProcess()
    {
        bool canDraw = Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new Terminal(Console.Out, Console.Error, canDraw && !Console.IsOutputRedirected) { IsErrorInteractive = canDraw && !Console.IsErrorRedirected };
    }

    /// <summary>Makes what is drawn on when <see cref="Out"/> is a terminal. It has no colours where NO_COLOR is set.</summary>
    /// <returns>The console.</returns>
    public IAnsiConsole ToConsole() => ConsoleOf(Out);

    /// <summary>Makes what is drawn on when <see cref="Error"/> is a terminal. It has no colours where NO_COLOR is set.</summary>
    /// <returns>The console.</returns>
    public IAnsiConsole ToErrorConsole() => ConsoleOf(Error);

    /// <summary>Undoes what a progress bar did to the terminal, if there is one.</summary>
    public void Restore()
    {
        if (IsErrorInteractive)
        {
            Error.WriteLine(ShowCursor);
        }
    }

    private static IAnsiConsole ConsoleOf(TextWriter writer) => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
}
