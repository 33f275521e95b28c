using System.Globalization;
using Geometry.Experiments;
using Spectre.Console;

namespace Geometry.Cli;

/// <summary>Shows how far a run has come: a bar on a terminal, else a line for each cell that is done.</summary>
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

        public void Report(RunProgress value)
        {
            lock (_gate)
            {
                task.MaxValue = value.Cells;
                task.Value = value.CellsDone;
                string text = string.Create(CultureInfo.InvariantCulture, $"{value.CellsDone} of {value.Cells} cells; {value.Cell} {value.Message}");
                task.Description = Markup.Escape(text);
            }
        }
    }

    private sealed class Lines(TextWriter writer) : IProgress<RunProgress>
    {
        private readonly Lock _gate = new();

        public void Report(RunProgress value)
        {
            if (value.Message.Length == 0)
            {
                lock (_gate)
                {
                    writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.CellsDone} of {value.Cells} cells: {value.Cell} is done"));
                }
            }
        }
    }
}
