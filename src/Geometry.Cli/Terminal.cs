using Spectre.Console;

namespace Geometry.Cli;

/// <summary>Where a command writes.</summary>
/// <param name="Out">Results.</param>
/// <param name="Error">Messages.</param>
/// <param name="IsInteractive">Whether <paramref name="Out"/> is a terminal, which gets colours and progress bars; files and pipes get plain text.</param>
public sealed record Terminal(TextWriter Out, TextWriter Error, bool IsInteractive)
{
    // Wider than any table, so that plain text is never wrapped or cut.
    private const int Unlimited = 100_000;

    /// <summary>Makes what tables are drawn on.</summary>
    /// <returns>The console.</returns>
    public IAnsiConsole ToConsole()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Out),
            Ansi = IsInteractive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = IsInteractive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = IsInteractive ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!IsInteractive)
        {
            console.Profile.Width = Unlimited;
        }

        return console;
    }
}
