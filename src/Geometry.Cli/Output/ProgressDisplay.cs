using System.Globalization;
using Geometry.Experiments;
using Spectre.Console;

namespace Geometry.Cli;

/// <summary>Shows how far a run has come, and how long it will still take: a bar on a terminal, else a line now and then.</summary>
internal static class ProgressDisplay
{
    /// <summary>Does the work with a display of its progress.</summary>
    public static ExperimentResult Run(Terminal terminal, Func<IProgress<RunProgress>, ExperimentResult> work) =>
        terminal.IsInteractive ? WithBar(terminal.ToConsole(), work) : work(new Lines(terminal.Error));

    private static ExperimentResult WithBar(IAnsiConsole console, Func<IProgress<RunProgress>, ExperimentResult> work) => console.Progress()
        .AutoClear(true)
        .Columns(new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
        .Start(context => work(new Bar(context.AddTask("starting"))));

    private sealed class Bar(ProgressTask task) : IProgress<RunProgress>
    {
        private readonly Lock _gate = new();
        private readonly RemainingTime _time = new();

        public void Report(RunProgress value)
        {
            lock (_gate)
            {
                task.MaxValue = value.Cells;
                task.Value = value.CellsDone;
                string text = string.Create(CultureInfo.InvariantCulture, $"{value.CellsDone} of {value.Cells} cells{_time.After(value)}; {value.Cell} {value.Message}");
                task.Description = Markup.Escape(text);
            }
        }
    }

    // The first cells and the last have a line each; between them there is one every few seconds.
    private sealed class Lines(TextWriter writer) : IProgress<RunProgress>
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
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.CellsDone} of {value.Cells} cells{_time.After(value)}: {value.Cell} is done"));
            }
        }
    }
}
