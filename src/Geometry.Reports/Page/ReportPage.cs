using System.Text;
using System.Text.Json.Nodes;
using Geometry.Experiments;

namespace Geometry.Reports;

/// <summary>
/// A report as one HTML page that holds all it needs: charts with their data and the scripts that draw them, tables, claims and settings. The page may fetch nothing. The
/// same files give the same page.
/// </summary>
public sealed partial class ReportPage
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "report.html";

    private const string ClaimsId = "claims";

    private readonly ReportContents _contents;
    private readonly IReadOnlyList<(PipelineResults Results, string Id, IReadOnlyList<Chart> Charts)> _pipelines;

    /// <summary>Makes the page of a folder of results.</summary>
    /// <param name="contents">The contents of the folder.</param>
    public ReportPage(ReportContents contents)
    {
        ArgumentNullException.ThrowIfNull(contents);
        _contents = contents;
        HashSet<string> taken = [ClaimsId];
        _pipelines = [.. contents.Pipelines.Select(results => (results, Unique(Slug(results.Name), taken), ReportCharts.Of(results)))];
    }

    /// <summary>Gets the charts, those of claims first, by names that are unique in the page and fit for files.</summary>
    /// <returns>The names with the charts.</returns>
    public IReadOnlyList<(string Name, Chart Chart)> Charts() =>
    [
        .. ReportCharts.Of(_contents.Claims).Select(chart => (NameOf(ClaimsId, chart), chart)),
        .. _pipelines.SelectMany(pipeline => pipeline.Charts.Select(chart => (NameOf(pipeline.Id, chart), chart))),
    ];

    /// <summary>Writes the page.</summary>
    /// <param name="writer">Where to; the page says that it is in UTF-8.</param>
    public void Write(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var html = new HtmlWriter(writer);
        writer.Write("<!DOCTYPE html>\n");
        html.Open("html", ("lang", "en"));
        WriteHead(html);
        html.Open("body").Element("a", "Skip to the results", ("class", "skip"), ("href", "#results")).Open("div", ("class", "page"));
        WriteHeader(html);
        WriteContents(html);
        html.Open("main", ("id", "results"));
        if (_contents.Claims.Count > 0)
        {
            WriteClaims(html);
        }

        foreach ((PipelineResults results, string id, IReadOnlyList<Chart> charts) in _pipelines)
        {
            WritePipeline(html, results, id, charts);
        }

        html.Close();
        html.Element("footer", $"Made by Geometry.MLNet from the files of the folder {Path.GetFileName(_contents.Folder)}. This page holds all it needs and fetches nothing.");
        html.Close();
        foreach (string script in ReportScripts.OfPage)
        {
            html.Open("script").Trusted(script).Close();
        }

        html.Close().Close();
    }

    private static string NameOf(string section, Chart chart) => $"{section}-{chart.Id}";

    private static string Slug(string name)
    {
        string slug = new([.. name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-')]);
        return slug.Trim('-') is { Length: > 0 } text ? text : "experiment";
    }

    private static string Unique(string name, HashSet<string> taken)
    {
        string unique = name;
        for (int i = 2; !taken.Add(unique); i++)
        {
            unique = $"{name}-{i}";
        }

        return unique;
    }

    private void WriteHead(HtmlWriter html)
    {
        string scripts = string.Join(' ', ReportScripts.OfPage.Select(ReportScripts.HashOf));
        html.Open("head").Void("meta", ("charset", "utf-8"))
            .Void("meta", ("http-equiv", "Content-Security-Policy"),
                ("content", $"default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'"))
            .Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"))
            .Void("meta", ("name", "color-scheme"), ("content", "light dark"))
            .Void("meta", ("name", "generator"), ("content", $"Geometry.MLNet {SoftwareVersions.Current.Product}"))
            .Void("link", ("rel", "icon"), ("href", "data:,"))
            .Element("title", Title())
            .Open("style").Trusted(ReportScripts.Style).Close()
            .Trusted($"<!--\nThe charts of this page are drawn by vega, vega-lite and vega-embed. They and what they have in them are in this page under these licences:\n\n{CommentSafe(ReportScripts.Licences)}\n-->\n")
            .Close();
    }

    private static string CommentSafe(string text)
    {
        var safe = new StringBuilder(text);
        return safe.Replace("--", "- -").Replace('<', '(').Replace('>', ')').ToString();
    }

    private bool IsSingle => _pipelines.Count == 1 && _contents.Claims.Count == 0;

    private string Title() => IsSingle ? _pipelines[0].Results.Name : Path.GetFileName(_contents.Folder);

    private static JsonObject WithoutTitle(JsonObject specification)
    {
        var copy = (JsonObject)specification.DeepClone();
        copy.Remove("title");
        return copy;
    }
}
