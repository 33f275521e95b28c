using System.CommandLine;
using System.Globalization;
using Geometry.Reports;

namespace Geometry.Cli;

/// <summary><c>geometry report DIR</c>: makes the report of a folder of results again, from its files alone.</summary>
internal static class ReportCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("DIR") { HelpName = "DIR", Description = "The folder that 'geometry run', 'score' or 'reproduce' wrote its results to." };
        var output = new Option<string?>("--output", "-o") { HelpName = "FILE", Description = "The file of the report. Default: report.html in DIR." };
        var svg = new Option<string?>("--svg") { HelpName = "FOLDER", Description = "Draws each chart into this folder too, as NAME.svg; needs Node.js." };
        folder.CompletionSources.Add(PathCompletions.Folders);
        svg.CompletionSources.Add(PathCompletions.Folders);
        var command = new CommandWithExamples(
            "report",
            "Makes the report of a folder of results from its files: one page with charts, tables, claims and settings that opens without a network.",
            new("geometry report results/noise", "into results/noise/report.html"),
            new("geometry report results/noise --svg figures", "and each chart as a file"))
        {
            folder, output, svg,
        };
        command.SetAction(words =>
        {
            ReportContents contents = ReportContents.Read(words.GetRequiredValue(folder));
            var page = new ReportPage(contents);
            terminal.Out.WriteLine($"Report: {ReportFile.Write(page, words.GetValue(output) ?? Path.Combine(contents.Folder, ReportPage.FileName))}");
            if (words.GetValue(svg) is { } drawings)
            {
                int count = SvgCharts.Write(page, drawings).Count;
                terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Charts: {count} in {Path.GetFullPath(drawings)}"));
            }

            return ExitCodes.Success;
        });
        return command;
    }

    /// <summary>Makes the option that leaves out the report behind a run.</summary>
    public static Option<bool> NoReport() => Flag.Of("--no-report", "Writes no report.html beside the results; 'geometry report' makes it later.");

    /// <summary>Writes the report of results that are there. They are worth more than it: what goes wrong is said, and nothing else happens.</summary>
    /// <returns>The full path of the report, or null where it could not be written.</returns>
    public static string? TryWrite(Terminal terminal, string folder)
    {
        try
        {
            return ReportFile.Write(folder);
        }
        catch (Exception e)
        {
            terminal.Error.WriteLine($"geometry: the results are written, but their report is not: {e.Message}");
            return null;
        }
    }
}
