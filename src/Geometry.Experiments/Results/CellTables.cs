using System.Globalization;
using Geometry.MLNet;

namespace Geometry.Experiments;

/// <summary>Puts the tables of the cells together.</summary>
public static class CellTables
{
    private static readonly string[] s_cellColumns = ["cell", "nonlinearity", "seed"];

    /// <summary>Joins tables of the same name, in the order in which names first occur, with columns in front that say which cell a row is of.</summary>
    /// <param name="cells">The cells with their tables.</param>
    /// <returns>One table a name.</returns>
    internal static IReadOnlyList<ResultTable> Join(IEnumerable<(Cell Cell, IReadOnlyList<ResultTable> Tables)> cells) =>
        [.. cells.SelectMany(cell => cell.Tables.Select(table => (cell.Cell, Table: table))).GroupBy(item => item.Table.Name).Select(group => new ResultTable(
            group.Key,
            [.. s_cellColumns, .. group.First().Table.Columns],
            [.. group.SelectMany(item => item.Table.Rows.Select(row => (IReadOnlyList<string>)
                [item.Cell.Key, item.Cell.Nonlinearity, item.Cell.Seed.ToString(CultureInfo.InvariantCulture), .. row]))]))];

    /// <summary>Writes a table as the file of scores is written: quoted as RFC 4180 says, lines that end in a line feed.</summary>
    /// <param name="table">The table.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(ResultTable table, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(writer);
        ScoresCsv.WriteLine(writer, table.Columns);
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            ScoresCsv.WriteLine(writer, row);
        }
    }

    /// <summary>Reads a table that an experiment wrote.</summary>
    /// <param name="path">The path of the file, whose name without extension becomes that of the table.</param>
    /// <returns>The table.</returns>
    /// <exception cref="BadInputException">The file cannot be read or is damaged; the message names the line.</exception>
    public static ResultTable Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            return CsvText.Parse(File.ReadAllText(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"cannot read the table '{path}': {UserErrors.Text(e)}", e);
        }
    }
}
