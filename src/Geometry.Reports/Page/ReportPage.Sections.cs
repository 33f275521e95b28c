using Geometry.Experiments;

namespace Geometry.Reports;

/// <content>The sections of the page.</content>
public sealed partial class ReportPage
{
    private void WriteHeader(HtmlWriter html)
    {
        html.Open("header").Element("p", "Geometry.MLNet report", ("class", "kind")).Element("h1", Title());
        if (IsSingle && _pipelines[0].Results.Run?.Description is { Length: > 0 } description)
        {
            html.Element("p", description, ("class", "lead"));
        }

        if (_pipelines.Any(pipeline => pipeline.Results.Run?.IsQuick == true))
        {
            html.Element("p", "A quick run: fewer seeds and settings than the full one.", ("class", "quick"));
        }

        html.Open("dl", ("class", "facts"));
        if (_contents.Claims.Count > 0)
        {
            Fact(html, "claims", ClaimTables.Count(_contents.Claims));
        }

        if (_pipelines.Count > 1)
        {
            Fact(html, "experiments", NumberText.Of(_pipelines.Count));
        }

        RunRecord[] runs = [.. _pipelines.Select(pipeline => pipeline.Results.Run).OfType<RunRecord>()];
        int networks = _pipelines.Sum(pipeline => pipeline.Results.Rows.Where(row => row.Seed is not null).Select(row => row.Cell).Distinct().Count());
        if (networks > 0)
        {
            Fact(html, "networks", NumberText.Of(networks));
        }

        Fact(html, "charts", NumberText.Of(Charts().Count));
        if (runs.Length > 0)
        {
            Fact(html, "time", NumberText.Duration(runs.Sum(run => run.Seconds ?? 0)));
            string versions = string.Join(", ", runs.SelectMany(run => run.Versions.Where(pair => pair.Key == "product").Select(pair => pair.Value)).Distinct());
            if (versions.Length > 0)
            {
                Fact(html, "version", versions);
            }
        }

        html.Close().Open("p", ("class", "tools")).Element("button", "Draw all charts and print", ("type", "button"), ("id", "print")).Close().Close();
    }

    private static void Fact(HtmlWriter html, string name, string value) => html.Open("div").Element("dt", name).Element("dd", value).Close();

    private void WriteContents(HtmlWriter html)
    {
        html.Open("nav", ("aria-labelledby", "contents")).Element("h2", "Contents", ("id", "contents")).Open("ol", ("class", IsSingle ? null : "flat"));
        if (_contents.Claims.Count > 0)
        {
            html.Open("li").Element("a", "Claims", ("href", $"#{ClaimsId}")).Close();
        }

        foreach ((PipelineResults results, string id, IReadOnlyList<Chart> charts) in _pipelines)
        {
            html.Open("li").Element("a", HeadingOf(results, charts), ("href", $"#{id}"));
            if (IsSingle)
            {
                html.Open("ol");
                foreach (Chart chart in charts)
                {
                    html.Open("li").Element("a", chart.Title, ("href", $"#{NameOf(id, chart)}")).Close();
                }

                foreach ((string part, string title) in Parts)
                {
                    html.Open("li").Element("a", title, ("href", $"#{id}-{part}")).Close();
                }

                html.Close();
            }

            html.Close();
        }

        html.Close().Close();
    }

    // The experiment gives its name to the whole page where it is the only one.
    private string HeadingOf(PipelineResults results, IReadOnlyList<Chart> charts) => !IsSingle ? results.Name : charts.Count > 0 ? "Charts" : "Results";

    private static (string Part, string Title)[] Parts => [("scores", "Scores"), ("parameters", "Parameters"), ("origin", "Command and versions")];

    private void WriteClaims(HtmlWriter html)
    {
        html.Open("section", ("id", ClaimsId), ("aria-labelledby", $"{ClaimsId}-title")).Element("h2", "Claims", ("id", $"{ClaimsId}-title"));
        html.Element("p", "An effect is a mean over seeds with its interval; what is compared in it shares the task, the rows and the initial weights of each seed. A claim holds when the interval lies "
            + "on its side and the effect reaches the smallest one of interest; it is reversed when the same is true of the other side, and else undecided.", ("class", "about"));
        foreach (Chart chart in ReportCharts.Of(_contents.Claims))
        {
            WriteChart(html, ClaimsId, chart);
        }

        ClaimTables.Write(html, _contents.Claims, "Claims", claim => _pipelines.FirstOrDefault(pipeline => IsOf(claim, pipeline.Results)).Id);
        html.Close();
    }

    private static bool IsOf(ClaimRecord claim, PipelineResults results) => claim.Pipeline.Length > 0
        && (results.Run?.File is { Length: > 0 } file ? Path.GetFileName(file) : $"{results.Name}.json") == claim.Pipeline;

    private void WritePipeline(HtmlWriter html, PipelineResults results, string id, IReadOnlyList<Chart> charts)
    {
        html.Open("section", ("id", id), ("aria-labelledby", $"{id}-title"));
        html.Element("h2", HeadingOf(results, charts), ("id", $"{id}-title"));
        if (!IsSingle && results.Run?.Description is { Length: > 0 } description)
        {
            html.Element("p", description, ("class", "about"));
        }

        foreach (Chart chart in charts)
        {
            WriteChart(html, id, chart);
        }

        ClaimRecord[] claims = [.. _contents.Claims.Where(claim => IsOf(claim, results))];
        if (claims.Length > 0)
        {
            html.Element("h3", "Claims that it decides");
            ClaimTables.Write(html, claims, $"Claims that {results.Name} decides", linkOf: null);
        }

        html.Element("h3", "Scores", ("id", $"{id}-scores"));
        new ScoreTables(html, results, id).Write();
        if (results.Run?.Warnings is { Count: > 0 } warnings)
        {
            html.Element("p", "To keep in mind:", ("class", "note")).Open("ul", ("class", "note"));
            foreach (string warning in warnings)
            {
                html.Element("li", warning);
            }

            html.Close();
        }

        var parameters = new ParameterTables(html, results);
        html.Element("h3", "Parameters", ("id", $"{id}-parameters"));
        parameters.WriteParameters();
        html.Element("h3", "Command and versions", ("id", $"{id}-origin"));
        parameters.WriteOrigin();
        html.Close();
    }

    private static void WriteChart(HtmlWriter html, string section, Chart chart)
    {
        string id = NameOf(section, chart), data = $"{id}-specification";
        html.Open("figure", ("id", id))
            .Open("figcaption").Element("strong", chart.Title).Element("span", chart.Caption).Close()
            .Open("div", ("class", "chart"), ("id", $"{id}-chart"), ("role", "img"), ("aria-label", chart.Title), ("aria-description", chart.Description),
                ("data-specification", data), ("data-name", id)).Close()
            .Open("details", ("class", "words")).Element("summary", "This chart in words").Element("p", chart.Description).Close()
            .Open("details", ("class", "data"), ("data-chart", $"{id}-chart")).Element("summary", "The data of this chart as a table").Close()
            .Open("script", ("type", "application/json"), ("id", data)).Trusted(ReportScripts.SafeJson(WithoutTitle(chart.Specification))).Close()
            .Close();
    }
}
