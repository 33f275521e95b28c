using System.Globalization;

namespace Geometry.Experiments;

/// <summary>
/// The file scores.csv: one row a score, fields quoted as RFC 4180 says, lines that end in a line feed, numbers in the shortest form that
/// reads back to the same bits.
/// </summary>
public static class ScoresCsv
{
    private const string NeedsQuotes = ",\"\r\n";

    /// <summary>Gets the names of the columns in their order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "experiment", "cell", "nonlinearity", "seed", "epoch", "layer", "score", "variant", "target", "value", "standard_error", "n", "reason",
        "null_mean", "p_value", "interval_low", "interval_high", "floor", "least", "ceiling",
    ];

    /// <summary>Writes a header and rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(IEnumerable<ResultRow> rows, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(writer);
        WriteLine(writer, Columns);
        foreach (ResultRow row in rows)
        {
            WriteLine(writer,
            [
                row.Experiment, row.Cell, row.Nonlinearity, Text(row.Seed), Text(row.Epoch), row.Layer, row.Score, row.Variant, row.Target,
                Text(row.Value), Text(row.StandardError), Text(row.N), row.Reason,
                Text(row.NullMean), Text(row.PValue), Text(row.IntervalLow), Text(row.IntervalHigh), Text(row.Floor), Text(row.Least),
                Text(row.Ceiling),
            ]);
        }
    }

    internal static void WriteLine(TextWriter writer, IEnumerable<string> fields)
    {
        writer.Write(string.Join(',', fields.Select(Escape)));
        writer.Write('\n');
    }

    private static string Escape(string field) =>
        field.AsSpan().IndexOfAny(NeedsQuotes) < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Text(IFormattable? value) => value?.ToString(value is double ? "R" : null, CultureInfo.InvariantCulture) ?? "";
}
