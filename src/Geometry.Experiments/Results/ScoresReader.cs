using System.Globalization;
using Geometry.MLNet;

namespace Geometry.Experiments;

/// <summary>Reads what <see cref="ScoresCsv"/> wrote.</summary>
public static class ScoresReader
{
    /// <summary>Reads a file of scores.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The rows, with the bits that were written. They have no warnings and no setting, which the file does not hold.</returns>
    /// <exception cref="BadInputException">The file cannot be read, lacks a column or is damaged; the message names the line.</exception>
    public static IReadOnlyList<ResultRow> Read(string path)
    {
        ResultTable table = CellTables.Read(path);
        Dictionary<string, int> columns = table.Columns.Select((name, i) => (name, i)).ToDictionary(pair => pair.name, pair => pair.i);
        string[] missing = [.. ScoresCsv.Columns.Where(name => !columns.ContainsKey(name))];
        return missing.Length > 0
            ? throw new BadInputException($"{path}, line 1: there is no column '{missing[0]}'; the file is no table of scores as `geometry run` writes it.")
            : [.. table.Rows.Select((row, i) => new Fields(path, i + 2, row, columns).ToRow())];
    }

    // The line is that of the row where no field has a line break in it, as those that are written do not.
    private sealed class Fields(string path, int line, IReadOnlyList<string> row, Dictionary<string, int> columns)
    {
        public ResultRow ToRow() => new()
        {
            Experiment = Text("experiment"),
            Cell = Text("cell"),
            Nonlinearity = Text("nonlinearity"),
            Seed = Whole("seed"),
            Epoch = (int?)Whole("epoch"),
            Layer = Text("layer"),
            Score = Text("score"),
            Variant = Text("variant"),
            Target = Text("target"),
            Value = Number("value"),
            StandardError = Number("standard_error"),
            N = Whole("n") ?? 0,
            Reason = Text("reason"),
            NullMean = Number("null_mean"),
            PValue = Number("p_value"),
            IntervalLow = Number("interval_low"),
            IntervalHigh = Number("interval_high"),
            Floor = Number("floor"),
            Least = Number("least"),
            Ceiling = Number("ceiling"),
        };

        private string Text(string column) => row[columns[column]];

        private double? Number(string column) => Text(column) is not { Length: > 0 } text ? null
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number
            : throw Damaged(column, text, "number");

        private long? Whole(string column) => Text(column) is not { Length: > 0 } text ? null
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number
            : throw Damaged(column, text, "whole number");

        private BadInputException Damaged(string column, string text, string expected) => new(string.Create(CultureInfo.InvariantCulture,
            $"{path}, line {line}: '{text}' in the column '{column}' is no {expected}. The file is damaged; run the experiment again."));
    }
}
