using System.Globalization;
using Geometry.Experiments;

namespace Geometry.Reports;

/// <summary>The tables of means: a line for each score of a layer in a setting, nonlinearities side by side.</summary>
/// <param name="html">Where to.</param>
/// <param name="results">The results.</param>
/// <param name="id">The identifier of the experiment's section.</param>
internal sealed class ScoreTables(HtmlWriter html, PipelineResults results, string id)
{
    // What is longer is for a spreadsheet, and makes a page slow to open.
    private const int MostLines = 2000, OpenLines = 60;

    private readonly List<string> _reasons = [];
    private readonly string[] _settings = [.. results.Variables.Where(v => !v.IsReplicate && !v.IsNonlinearity && v.Values.Count > 1).Select(v => v.Name)];

    /// <summary>Writes the means at the end of training, those of checkpoints, and why values are undefined.</summary>
    public void Write()
    {
        IReadOnlyList<SummaryRow> rows = Summary.Of(results.Rows);
        if (rows.Count == 0)
        {
            html.Element("p", "There are no scores.", ("class", "note"));
            return;
        }

        SummaryRow[] final = [.. rows.Where(row => row.Epoch is null)], during = [.. rows.Where(row => row.Epoch is not null)];
        html.Element("p", Explanation(rows), ("class", "note"));
        WriteTable(final, "Scores", hasEpochs: false);
        if (during.Length > 0)
        {
            WriteTable(during, "Scores during training", hasEpochs: true);
        }

        if (_reasons.Count > 0)
        {
            html.Element("p", "Why values are undefined:", ("class", "note")).Open("ol", ("class", "note"));
            for (int i = 0; i < _reasons.Count; i++)
            {
                html.Element("li", _reasons[i], ("id", NoteId(i)));
            }

            html.Close();
        }
    }

    private static string Explanation(IReadOnlyList<SummaryRow> rows)
    {
        int[] networks = [.. rows.Select(row => row.Networks + row.Undefined).Distinct().Order()];
        string variants = string.Join("; ", rows.GroupBy(row => row.Score).Select(score => $"{score.Key}: {string.Join(", ", score.Select(row => row.Variant).Distinct())}"));
        string means = networks switch
        {
            [1] when rows.Any(row => row.Single?.StandardError is not null) => "Each value stands alone; behind ± is the standard error of the score.",
            [] or [1] => "Each value stands alone.",
            [var n] => $"Values are means ± standard errors over {n.ToString(CultureInfo.InvariantCulture)} networks.",
            [var least, .., var most] => string.Create(CultureInfo.InvariantCulture, $"Values are means ± standard errors over {least} to {most} networks."),
        };
        return $"{means} Variants of scores: {variants}.";
    }

    private string NoteId(int index) => string.Create(CultureInfo.InvariantCulture, $"{id}-reason-{index + 1}");

    private void WriteTable(SummaryRow[] rows, string title, bool hasEpochs)
    {
        string[] nonlinearities = [.. rows.Select(row => row.Nonlinearity).Distinct()];
        bool hasVariants = rows.GroupBy(row => row.Score).Any(score => score.Select(row => row.Variant).Distinct().Skip(1).Any());
        var lines = rows.GroupBy(row => (row.Setting, row.Epoch, row.Score, row.Variant, row.Target, row.Layer)).ToList();
        bool isLong = lines.Count > OpenLines;
        html.Open("details", ("open", isLong ? null : ""), ("data-print", isLong ? null : ""));
        html.Element("summary", $"{title}: {Counted.Of(lines.Count, "line")}");
        if (lines.Count > MostLines)
        {
            html.Element("p", $"The first {NumberText.Of(MostLines)} lines; all values are in {ResultFolder.ScoresFile}.", ("class", "note"));
        }

        html.Open("div", ("class", isLong ? "scroll tall" : "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", title));
        html.Open("table", ("class", "sortable")).Open("thead").Open("tr");
        foreach (string header in (IEnumerable<string>)[.. _settings, .. hasEpochs ? (string[])["epoch"] : [], "score", .. hasVariants ? (string[])["variant"] : [], "target", "layer"])
        {
            html.Element("th", header, ("scope", "col"));
        }

        foreach (string nonlinearity in nonlinearities)
        {
            html.Element("th", nonlinearity.Length > 0 ? nonlinearity : "value", ("scope", "col"), ("class", "number"));
        }

        html.Close().Close().Open("tbody");
        foreach (var line in lines.Take(MostLines))
        {
            IReadOnlyDictionary<string, string> values = ResultVariable.ValuesOf(line.Key.Setting);
            html.Open("tr");
            foreach (string setting in _settings)
            {
                WriteSetting(values.GetValueOrDefault(setting, ""));
            }

            if (hasEpochs)
            {
                WriteSetting(line.Key.Epoch!.Value.ToString(CultureInfo.InvariantCulture));
            }

            html.Element("td", line.Key.Score);
            if (hasVariants)
            {
                html.Element("td", line.Key.Variant);
            }

            html.Element("td", line.Key.Target).Element("td", line.Key.Layer);
            foreach (string nonlinearity in nonlinearities)
            {
                WriteValue(line.FirstOrDefault(row => row.Nonlinearity == nonlinearity));
            }

            html.Close();
        }

        html.Close().Close().Close().Close();
    }

    private void WriteSetting(string value) =>
        html.Element("td", value, ("class", double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? "number" : null));

    private void WriteValue(SummaryRow? row)
    {
        html.Open("td", ("class", "number"), ("data-value", row is null ? null : row.Mean is { } value ? NumberText.Exact(value) : "undefined"));
        if (row is null)
        {
            html.Close();
            return;
        }

        if (row.Mean is not { } mean)
        {
            html.Element("span", "undefined", ("class", "undefined"));
        }
        else
        {
            html.Text(NumberText.Of(mean));
            if (row.StandardError is { } error)
            {
                html.Text(" ").Element("span", $"± {NumberText.Error(error, mean)}", ("class", "error"));
            }
            else if (row.Single?.StandardError is { } own)
            {
                html.Text(" ").Element("span", $"± {NumberText.Error(own, mean)} {SignificanceOf(row.Single)}".TrimEnd(), ("class", "error"));
            }
            else if (SignificanceOf(row.Single) is { Length: > 0 } significance)
            {
                html.Text(" ").Element("span", significance, ("class", "error"));
            }
        }

        if (row.Undefined > 0)
        {
            int note = NoteOf(row.Reason);
            html.Open("sup").Element("a", (note + 1).ToString(CultureInfo.InvariantCulture), ("href", $"#{NoteId(note)}"), ("aria-label", $"why {Counted.Of(row.Undefined, "value")} undefined")).Close();
        }

        html.Close();
    }

    private static string SignificanceOf(ResultRow? row)
    {
        string interval = row is { IntervalLow: { } low, IntervalHigh: { } high } ? $"({NumberText.Of(low)} to {NumberText.Of(high)}) " : "";
        return row is { PValue: { } p, NullMean: { } chance } ? $"{interval}p = {NumberText.Of(p)} against {NumberText.Of(chance)}" : interval.TrimEnd();
    }

    private int NoteOf(string reason)
    {
        if (!_reasons.Contains(reason))
        {
            _reasons.Add(reason);
        }

        return _reasons.IndexOf(reason);
    }
}
