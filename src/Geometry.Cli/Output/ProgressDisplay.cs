using System.CommandLine;
using System.Globalization;
using Geometry.Experiments;
using Spectre.Console;

namespace Geometry.Cli;

/// <summary>
/// Shows on the standard error how far a run has come, how fast it goes and how long it will still take: a bar where that is a terminal; elsewhere
/// nothing, or a line now and then if that is asked for.
/// </summary>
/// <param name="terminal">The terminal.</param>
/// <param name="isWanted">Whether progress is shown where there is no terminal, too.</param>
/// <param name="unit">What is counted, in the plural.</param>
internal sealed class ProgressDisplay(Terminal terminal, bool isWanted, string unit)
{
    private const int BarWidth = 20;

    // The bar's neighbours: spinner, percentage, elapsed time and the blanks between them.
    private const int OtherWidth = 22;

    /// <summary>Makes the option that asks for progress where there is no terminal.</summary>
    public static Option<bool> Option() => Flag.Of("--progress", "Shows progress even where standard error is not a terminal: a line every few seconds.");

    /// <summary>Does the work with a display of its progress.</summary>
    public ExperimentResult Run(Func<IProgress<RunProgress>?, ExperimentResult> work) =>
        terminal.IsErrorInteractive ? WithBar(terminal.ToErrorConsole(), work) : work(isWanted ? new Lines(terminal.Error, unit) : null);

    private ExperimentResult WithBar(IAnsiConsole console, Func<IProgress<RunProgress>, ExperimentResult> work) => console.Progress()
        .AutoClear(true)
        .Columns(new SpinnerColumn(), new ProgressBarColumn { Width = BarWidth }, new PercentageColumn(), new ElapsedTimeColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
        .Start(context => work(new Bar(context.AddTask("starting"), unit, Math.Max(BarWidth, console.Profile.Width - BarWidth - OtherWidth))));

    private sealed class Bar(ProgressTask task, string unit, int width) : IProgress<RunProgress>
    {
        private readonly Lock _gate = new();
        private readonly RemainingTime _time = new();

        public void Report(RunProgress value)
        {
            lock (_gate)
            {
                task.MaxValue = value.Cells;
                task.Value = value.CellsDone;
                string text = string.Create(CultureInfo.InvariantCulture, $"{value.CellsDone} of {value.Cells} {unit}{_time.After(value, unit)}; {value.Cell} {value.Message}");

                // One line: what wraps makes the bar jump.
                task.Description = Markup.Escape(text.Length > width ? $"{text[..(width - 1)]}…" : text);
            }
        }
    }

    // The first cells and the last have a line each; between them there is one every few seconds.
    private sealed class Lines(TextWriter writer, string unit) : IProgress<RunProgress>
    {
        private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(5);

        private readonly Lock _gate = new();
        private readonly RemainingTime _time = new();
        private TimeSpan _last = -s_interval;

        public void Report(RunProgress value)
        {
            lock (_gate)
            {
                if (value.Message.Length > 0 || (_time.Elapsed - _last < s_interval && value.CellsDone < value.Cells))
                {
                    return;
                }

                _last = _time.Elapsed;
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.CellsDone} of {value.Cells} {unit}{_time.After(value, unit)}: {value.Cell} is done"));
            }
        }
    }
}
