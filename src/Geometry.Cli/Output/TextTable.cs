using Spectre.Console;

namespace Geometry.Cli;

/// <summary>A table of texts: drawn on a terminal, Markdown elsewhere, whose lines are never wrapped or cut.</summary>
/// <param name="Headers">The names of the columns.</param>
/// <param name="Rows">The cells, as many in each row as there are headers.</param>
internal sealed record TextTable(IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Prints the table.</summary>
    public void Write(Terminal terminal)
    {
        if (terminal.IsInteractive)
        {
            Draw(terminal.ToConsole());
            return;
        }

        int[] widths = [.. Headers.Select((header, i) => Rows.Select(row => row[i].Length).Append(header.Length).Max())];
        WriteLine(terminal.Out, Headers.Select((header, i) => header.PadRight(widths[i])));
        WriteLine(terminal.Out, widths.Select(width => new string('-', width)));
        foreach (IReadOnlyList<string> row in Rows)
        {
            WriteLine(terminal.Out, row.Select((cell, i) => cell.PadRight(widths[i])));
        }
    }

    private static void WriteLine(TextWriter writer, IEnumerable<string> cells) => writer.WriteLine($"| {string.Join(" | ", cells)} |");

    private void Draw(IAnsiConsole console)
    {
        Table table = new Table().Border(TableBorder.Rounded);
        foreach (string header in Headers)
        {
            table.AddColumn(new TableColumn(new Text(header)));
        }

        foreach (IReadOnlyList<string> row in Rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        console.Write(table);
    }
}
