using System.Text;

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
    /// <exception cref="BadInputException">The file cannot be read.</exception>
    public static ClaimTable Read(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"cannot read the table '{path}': {UserErrors.Text(e)}", e);
        }
    }

    /// <summary>Reads the text of a table.</summary>
    /// <param name="text">Lines of fields with commas between them, quoted as RFC 4180 says, with a header.</param>
    /// <returns>The table.</returns>
    public static ClaimTable Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<string[]> lines = [.. Lines(text)];
        return new ClaimTable([.. lines.Skip(1).Select(line => RowOf(lines[0], line))]);
    }

    private static Dictionary<string, string> RowOf(string[] header, string[] line)
    {
        Dictionary<string, string> row = [];
        for (int i = 0; i < header.Length; i++)
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

    private static IEnumerable<string[]> Lines(string text)
    {
        List<string> fields = [];
        var field = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"' when quoted && i + 1 < text.Length && text[i + 1] == '"':
                    field.Append(text[i++]);
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    fields.Add(field.ToString());
                    field.Clear();
                    break;
                case '\n' when !quoted:
                    yield return [.. fields, field.ToString()];
                    fields.Clear();
                    field.Clear();
                    break;
                default:
                    field.Append(text[i]);
                    break;
            }
        }
    }
}
