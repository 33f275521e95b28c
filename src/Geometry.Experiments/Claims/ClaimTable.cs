using Geometry.MLNet;

namespace Geometry.Experiments;

/// <summary>A table of results as it was written: texts by the name of their column, and the variables of the sweep that the column <c>cell</c> holds.</summary>
public sealed class ClaimTable
{
    private const string CellColumn = "cell";

    private ClaimTable(IReadOnlyList<IReadOnlyDictionary<string, string>> rows) => Rows = rows;

    /// <summary>Gets the rows.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Rows { get; }

    /// <summary>Reads a file that an experiment wrote.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The table.</returns>
    /// <exception cref="BadInputException">The file cannot be read or is damaged; the message names the line.</exception>
    public static ClaimTable Read(string path) => Of(CellTables.Read(path));

    /// <summary>Reads the text of a table.</summary>
    /// <param name="text">Lines of fields with commas between them, quoted as RFC 4180 says, with a header.</param>
    /// <returns>The table.</returns>
    /// <exception cref="BadInputException">The text is damaged; the message names the line.</exception>
    public static ClaimTable Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of(CsvText.Parse(text, "the table"));
    }

    private static ClaimTable Of(ResultTable table) => new([.. table.Rows.Select(row => RowOf(table.Columns, row))]);

    private static Dictionary<string, string> RowOf(IReadOnlyList<string> header, IReadOnlyList<string> line)
    {
        Dictionary<string, string> row = [];
        for (int i = 0; i < header.Count; i++)
        {
            row[header[i]] = line[i];
        }

        // A column says what a variable of the same name led to, and comes first.
        foreach (string[] pair in row.GetValueOrDefault(CellColumn, "").Split(';').Select(part => part.Split('=', 2)).Where(pair => pair.Length == 2))
        {
            row.TryAdd(pair[0], pair[1]);
        }

        return row;
    }
}
