using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Geometry.Experiments;

namespace Geometry.Reports;

/// <summary>Draws charts as SVG, with Node.js and the scripts that pages have in them.</summary>
public static class SvgCharts
{
    private const string Node = "node";

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    // Files stand alone: on white paper, in fonts that are everywhere.
    private static readonly JsonObject s_config = new() { ["background"] = "white", ["font"] = "sans-serif", ["padding"] = 12 };

    /// <summary>Draws the charts of a page into files named after them.</summary>
    /// <param name="page">The page.</param>
    /// <param name="folder">The folder of the files; it is made if need be.</param>
    /// <returns>The full paths of the files.</returns>
    /// <exception cref="BadInputException">Node.js is not there, a chart cannot be drawn, or a file cannot be written.</exception>
    public static IReadOnlyList<string> Write(ReportPage page, string folder)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        IReadOnlyList<(string Name, string Svg)> drawn = Draw(page.Charts());
        List<string> paths = [];
        foreach ((string name, string svg) in drawn)
        {
            string path = Path.Combine(Path.GetFullPath(folder), $"{name}.svg");
            ReportFile.WriteWhole(path, writer => writer.Write(svg));
            paths.Add(path);
        }

        return paths;
    }

    /// <summary>Draws charts.</summary>
    /// <param name="charts">The charts with their names.</param>
    /// <returns>The names with the text of a drawing each.</returns>
    /// <exception cref="BadInputException">Node.js is not there, or a chart cannot be drawn.</exception>
    public static IReadOnlyList<(string Name, string Svg)> Draw(IReadOnlyList<(string Name, Chart Chart)> charts)
    {
        ArgumentNullException.ThrowIfNull(charts);
        var input = new JsonObject
        {
            ["scripts"] = new JsonArray([.. ReportScripts.Drawing.Select(script => (JsonNode?)script)]),
            ["config"] = s_config.DeepClone(),
            ["charts"] = new JsonArray([.. charts.Select(chart => new JsonObject { ["id"] = chart.Name, ["specification"] = chart.Chart.Specification.DeepClone() })]),
        };
        JsonObject output = Run(input);
        return output["error"] is { } error
            ? throw new BadInputException($"the chart '{output["id"]}' cannot be drawn: {error}")
            : [.. output["charts"]!.AsArray().Select(chart => (chart!["id"]!.GetValue<string>(), chart["svg"]!.GetValue<string>()))];
    }

    private static JsonObject Run(JsonObject input)
    {
        var start = new ProcessStartInfo(Node, ["--input-type=commonjs", "-e", ReportScripts.OfNode])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            StandardInputEncoding = s_utf8, StandardOutputEncoding = s_utf8, StandardErrorEncoding = s_utf8,
        };
        Process? process;
        try
        {
            process = Process.Start(start);
        }
        catch (Win32Exception e)
        {
            throw new BadInputException($"charts are drawn as SVG by Node.js, and the command '{Node}' is not there ({e.Message}). Install it (Debian: apt-get install nodejs), or save a chart from the page.", e);
        }

        using (process!)
        {
            Task<string> output = process!.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
            try
            {
                process.StandardInput.Write(input.ToJsonString());
                process.StandardInput.Close();
            }
            catch (IOException)
            {
                // Node.js ended before it read all; what it wrote says why.
            }

            process.WaitForExit();
            return process.ExitCode == 0 && Parse(output.Result) is { } drawn
                ? drawn
                : throw new BadInputException($"Node.js could not draw the charts (exit code {process.ExitCode}): {error.Result.Trim()}");
        }
    }

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
