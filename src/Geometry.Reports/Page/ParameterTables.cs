using System.Globalization;

namespace Geometry.Reports;

/// <summary>The part of a page that says how results were made: variables, settings, command, versions, the pipeline file itself.</summary>
/// <param name="html">Where to.</param>
/// <param name="results">The results.</param>
internal sealed class ParameterTables(HtmlWriter html, PipelineResults results)
{
    private const int MostValues = 40;

    // Manifests name what they say as programs do.
    private static readonly Dictionary<string, string> s_words = new()
    {
        ["product"] = "Geometry.MLNet", ["stack"] = "packages behind Microsoft.ML and TorchSharp", ["microsoftML"] = "Microsoft.ML", ["torchSharp"] = "TorchSharp",
        ["processorCount"] = "processors",
    };

    /// <summary>Writes the variables and the settings.</summary>
    public void WriteParameters()
    {
        if (results.Variables.Count > 0)
        {
            Table("Variables of the sweep", ["variable", "values", "number of values"], results.Variables.Select(variable => (string[])
            [
                variable.Name,
                string.Join(", ", variable.Values.Take(MostValues)) + (variable.Values.Count > MostValues ? ", …" : ""),
                NumberText.Of(variable.Values.Count) + (variable.IsReplicate ? ", averaged" : ""),
            ]));
        }

        if (results.Run is not { } run)
        {
            html.Element("p", "There is no manifest beside the scores, so that settings are not known.", ("class", "note"));
            return;
        }

        IReadOnlyList<PipelineSetting> settings = PipelineSettings.Of(run.PipelineText);
        if (settings.Count > 0)
        {
            WriteSettings(settings);
        }

        if (run.Settings.Any(pair => pair.Value.Length > 0))
        {
            Table("Settings", ["setting", "value"], run.Settings.Where(pair => pair.Value.Length > 0).Select(pair => (string[])[pair.Key, pair.Value]));
        }
    }

    /// <summary>Writes the command, the versions, the machine, and the text of the pipeline file.</summary>
    public void WriteOrigin()
    {
        if (results.Run is not { } run)
        {
            html.Element("p", "There is no manifest beside the scores, so that the command and the versions are not known.", ("class", "note"));
            return;
        }

        if (run.Command.Length > 0)
        {
            html.Element("p", "The command that makes the same results again:", ("class", "note")).Open("pre", ("class", "command")).Element("code", run.Command).Close();
        }

        Table("Software, machine and run", ["what", "value"], new[]
            {
                KeyValuePair.Create("seed", run.Seed),
                KeyValuePair.Create("cells", run.Cells > 0 ? NumberText.Of(run.Cells) : ""),
                KeyValuePair.Create("started", run.Started),
                KeyValuePair.Create("seconds", run.Seconds?.ToString(CultureInfo.InvariantCulture) ?? ""),
                KeyValuePair.Create("threads", run.Threads?.ToString(CultureInfo.InvariantCulture) ?? ""),
            }
            .Concat(run.Versions).Concat(run.Machine)
            .Append(KeyValuePair.Create("file", run.File)).Append(KeyValuePair.Create("SHA-256 of the file", run.Sha256))
            .Where(pair => pair.Value.Length > 0)
            .Select(pair => (string[])[s_words.GetValueOrDefault(pair.Key, pair.Key), pair.Value]));
        if (run.PipelineText.Length > 0)
        {
            html.Open("details", ("data-print", "")).Element("summary", "The pipeline file")
                .Open("pre", ("tabindex", "0"), ("role", "region"), ("aria-label", "The pipeline file")).Element("code", run.PipelineText).Close().Close();
        }
    }

    private void WriteSettings(IReadOnlyList<PipelineSetting> settings)
    {
        html.Open("details").Element("summary", $"All settings: {Counted.Of(settings.Count(s => !s.IsDefault), "setting")} of the file, and the defaults of the others")
            .Open("div", ("class", "scroll tall"), ("tabindex", "0"), ("role", "region"), ("aria-label", "All settings"))
            .Open("table", ("class", "sortable")).Open("thead").Open("tr");
        foreach (string header in (string[])["of", "setting", "value", "given by"])
        {
            html.Element("th", header, ("scope", "col"));
        }

        html.Close().Close().Open("tbody");
        foreach (PipelineSetting setting in settings)
        {
            html.Open("tr", ("class", setting.IsDefault ? "default" : null))
                .Element("td", setting.Part).Element("td", setting.Name).Element("td", setting.Value).Element("td", setting.IsDefault ? "default" : "file").Close();
        }

        html.Close().Close().Close().Close();
    }

    private void Table(string name, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", name)).Open("table").Element("caption", name).Open("thead").Open("tr");
        foreach (string header in headers)
        {
            html.Element("th", header, ("scope", "col"));
        }

        html.Close().Close().Open("tbody");
        foreach (IReadOnlyList<string> row in rows)
        {
            html.Open("tr").Element("th", row[0], ("scope", "row"));
            foreach (string value in row.Skip(1))
            {
                html.Element("td", value);
            }

            html.Close();
        }

        html.Close().Close().Close();
    }
}
