using System.Globalization;
using Geometry.Experiments;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Geometry.Cli;

/// <summary>Prints a table of scores: layers in their order, nonlinearities side by side, mean ± standard error over networks.</summary>
internal static class ScoreDisplay
{
    /// <summary>Prints the means of a result; for each setting of the sweep's other variables a table of its own.</summary>
    public static void Write(Terminal terminal, ExperimentResult result)
    {
        IAnsiConsole console = terminal.ToConsole();
        IReadOnlyList<SummaryRow> rows = Summary.Of(result.Rows);
        List<string> reasons = [];
        foreach (IGrouping<(string Setting, int? Epoch), SummaryRow> group in rows.GroupBy(row => (row.Setting, row.Epoch)))
        {
            if (TitleOf(group.Key.Setting, group.Key.Epoch) is { Length: > 0 } title)
            {
                console.WriteLine(title);
            }

            console.Write(TableOf([.. group], reasons, terminal.IsInteractive));
        }

        foreach (IGrouping<string, SummaryRow> score in rows.GroupBy(row => row.Score))
        {
            console.WriteLine($"{score.Key}: {string.Join(", ", score.Select(row => row.Variant).Distinct())}");
        }

        if (rows.Any(row => row.StandardError is not null))
        {
            console.WriteLine("Values are mean ± standard error over networks.");
        }

        for (int i = 0; i < reasons.Count; i++)
        {
            console.WriteLine($"[{i + 1}] undefined: {reasons[i]}");
        }
    }

    private static string TitleOf(string setting, int? epoch) => (setting, epoch) switch
    {
        (_, null) => setting,
        ("", _) => string.Create(CultureInfo.InvariantCulture, $"after epoch {epoch}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{setting}, after epoch {epoch}"),
    };

    private static Table TableOf(IReadOnlyList<SummaryRow> rows, List<string> reasons, bool isInteractive)
    {
        string[] nonlinearities = [.. rows.Select(row => row.Nonlinearity).Distinct()];
        bool hasVariants = rows.GroupBy(row => row.Score).Any(score => score.Select(row => row.Variant).Distinct().Skip(1).Any());
        Table table = new Table().Border(isInteractive ? TableBorder.Rounded : TableBorder.Markdown);
        foreach (string header in (string[])["score", .. hasVariants ? (string[])["variant"] : [], "target", "layer", .. nonlinearities.Select(HeaderOf)])
        {
            table.AddColumn(new TableColumn(new Text(header)).NoWrap());
        }

        // The order of first appearance is the order of the pipeline: scores by step, layers from the input on.
        foreach (var line in rows.GroupBy(row => (row.Score, row.Variant, row.Target, row.Layer)).OrderBy(l => FirstOf(rows, l.Key.Score, l.Key.Variant, l.Key.Target)))
        {
            string[] names = [line.Key.Score, .. hasVariants ? (string[])[line.Key.Variant] : [], line.Key.Target, line.Key.Layer];
            IEnumerable<string> values = nonlinearities.Select(n => line.FirstOrDefault(row => row.Nonlinearity == n) is { } row ? TextOf(row, reasons) : "");
            table.AddRow(names.Concat(values).Select(text => (IRenderable)new Text(text)));
        }

        return table;
    }

    private static int FirstOf(IReadOnlyList<SummaryRow> rows, string score, string variant, string target) =>
        rows.TakeWhile(row => (row.Score, row.Variant, row.Target) != (score, variant, target)).Count();

    private static string HeaderOf(string nonlinearity) => nonlinearity.Length > 0 ? nonlinearity : "value";

    private static string TextOf(SummaryRow row, List<string> reasons)
    {
        string note = row.Undefined > 0 ? NoteOf(row.Reason, reasons) : "";
        return (row.Mean, row.StandardError) switch
        {
            (null, _) => $"undefined{note}",
            ({ } mean, null) => string.Create(CultureInfo.InvariantCulture, $"{mean:0.000}{note}"),
            ({ } mean, { } error) => string.Create(CultureInfo.InvariantCulture, $"{mean:0.000} ± {error:0.000}{note}"),
        };
    }

    private static string NoteOf(string reason, List<string> reasons)
    {
        if (!reasons.Contains(reason))
        {
            reasons.Add(reason);
        }

        return string.Create(CultureInfo.InvariantCulture, $" [{reasons.IndexOf(reason) + 1}]");
    }
}
