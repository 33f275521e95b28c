using System.Globalization;
using Geometry.Experiments;

namespace Geometry.Cli;

/// <summary>Prints a table of scores: layers in their order, nonlinearities side by side, mean ± standard error over networks.</summary>
internal static class ScoreDisplay
{
    /// <summary>Prints the means of a result; for each setting of the sweep's other variables a table of its own.</summary>
    public static void Write(Terminal terminal, ExperimentResult result)
    {
        IReadOnlyList<SummaryRow> rows = Summary.Of(result.Rows);
        List<string> reasons = [];
        foreach (IGrouping<(string Setting, int? Epoch), SummaryRow> group in rows.GroupBy(row => (row.Setting, row.Epoch)))
        {
            if (TitleOf(group.Key.Setting, group.Key.Epoch) is { Length: > 0 } title)
            {
                terminal.Out.WriteLine(title);
            }

            TableOf([.. group], reasons).Write(terminal);
        }

        foreach (IGrouping<string, SummaryRow> score in rows.GroupBy(row => row.Score))
        {
            terminal.Out.WriteLine($"{score.Key}: {string.Join(", ", score.Select(row => row.Variant).Distinct())}");
        }

        if (rows.Any(row => row.StandardError is not null))
        {
            terminal.Out.WriteLine("Values are mean ± standard error over networks.");
        }

        for (int i = 0; i < reasons.Count; i++)
        {
            terminal.Out.WriteLine($"[{i + 1}] undefined: {reasons[i]}");
        }
    }

    private static string TitleOf(string setting, int? epoch) => (setting, epoch) switch
    {
        (_, null) => setting,
        ("", _) => string.Create(CultureInfo.InvariantCulture, $"after epoch {epoch}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{setting}, after epoch {epoch}"),
    };

    private static TextTable TableOf(IReadOnlyList<SummaryRow> rows, List<string> reasons)
    {
        string[] nonlinearities = [.. rows.Select(row => row.Nonlinearity).Distinct()];
        bool hasVariants = rows.GroupBy(row => row.Score).Any(score => score.Select(row => row.Variant).Distinct().Skip(1).Any());
        string[] headers = ["score", .. hasVariants ? (string[])["variant"] : [], "target", "layer", .. nonlinearities.Select(HeaderOf)];

        // The order of first appearance is the order of the pipeline: scores by step, layers from the input on.
        return new TextTable(headers, [.. rows
            .GroupBy(row => (row.Score, row.Variant, row.Target, row.Layer))
            .OrderBy(line => FirstOf(rows, line.Key.Score, line.Key.Variant, line.Key.Target))
            .Select(line => (string[])
            [
                line.Key.Score, .. hasVariants ? (string[])[line.Key.Variant] : [], line.Key.Target, line.Key.Layer,
                .. nonlinearities.Select(n => line.FirstOrDefault(row => row.Nonlinearity == n) is { } row ? TextOf(row, reasons) : ""),
            ])]);
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
            ({ } mean, null) => string.Create(CultureInfo.InvariantCulture, $"{mean:0.000}{SignificanceOf(row.Single)}{note}"),
            ({ } mean, { } error) => string.Create(CultureInfo.InvariantCulture, $"{mean:0.000} ± {error:0.000}{note}"),
        };
    }

    private static string SignificanceOf(ResultRow? row)
    {
        string interval = row is { IntervalLow: { } low, IntervalHigh: { } high } ? string.Create(CultureInfo.InvariantCulture, $" ({low:0.000} to {high:0.000})") : "";
        return row is { PValue: { } p, NullMean: { } chance } ? string.Create(CultureInfo.InvariantCulture, $"{interval}, p = {p:0.000} against {chance:0.000}") : interval;
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
