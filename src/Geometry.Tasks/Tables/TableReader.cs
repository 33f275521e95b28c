using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Geometry.Tasks;

/// <summary>Reads a table in two passes: one that finds the types and counts the rows, and one that fills arrays of that length.</summary>
internal sealed class TableReader(string source, Func<TextReader> open)
{
    private static readonly char[] s_delimiters = [',', ';', '\t'];

    public Table Read(IEnumerable<string> textColumns)
    {
        string delimiter = FindDelimiter();
        string[] names = ReadHeader(delimiter);
        HashSet<string> asText = new(StringComparer.Ordinal);
        foreach (string name in textColumns)
        {
            asText.Add(names.Contains(name) ? name : throw ColumnSelection.Unknown(name, names, source));
        }

        ((int Line, string Cell)?[] firstTexts, int rows) = FindTypes(delimiter, names);
        if (rows == 0)
        {
            throw new InvalidDataException($"{source} has a header and no rows. Give a table with at least one row.");
        }

        bool[] isNumeric = [.. names.Select((name, column) => firstTexts[column] is null && !asText.Contains(name))];
        double[]?[] numbers = [.. isNumeric.Select(numeric => numeric ? new double[rows] : null)];
        string[]?[] texts = [.. isNumeric.Select(numeric => numeric ? null : new string[rows])];
        Dictionary<string, string> shared = new(StringComparer.Ordinal);
        int row = 0;
        foreach (CsvParser line in Lines(delimiter, names.Length))
        {
            for (int column = 0; column < names.Length; column++)
            {
                if (numbers[column] is { } target)
                {
                    Table.TryParseNumber(line[column], out target[row]);
                }
                else
                {
                    texts[column]![row] = Shared(shared, line[column]);
                }
            }

            row++;
        }

        return new Table(source, rows, [.. names.Select((name, i) => new TableColumn(source, name, numbers[i], texts[i], firstTexts[i]))]);
    }

    // Few texts that occur often are the rule (conditions, labels), so that each is kept once.
    private static string Shared(Dictionary<string, string> shared, string text)
    {
        if (shared.TryGetValue(text, out string? known))
        {
            return known;
        }

        shared.Add(text, text);
        return text;
    }

    // The separator is the one that the header has most of.
    private string FindDelimiter()
    {
        using TextReader reader = open();
        string header = reader.ReadLine() ?? throw Empty();
        return s_delimiters.MaxBy(delimiter => header.Count(character => character == delimiter)).ToString();
    }

    private string[] ReadHeader(string delimiter)
    {
        using CsvParser parser = Open(delimiter);
        string[] names = parser.Read() ? [.. parser.Record!.Select(name => name.Trim())] : throw Empty();
        int unnamed = Array.FindIndex(names, name => name.Length == 0);
        if (unnamed >= 0)
        {
            throw new InvalidDataException($"{source}, line 1: the column {unnamed + 1} has no name. Give each column a name in the header.");
        }

        string? twice = names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1)?.Key;
        return twice is null
            ? names
            : throw new InvalidDataException($"{source}, line 1: the column name '{twice}' occurs more than once. Rename one of the columns.");
    }

    private ((int Line, string Cell)?[] FirstTexts, int Rows) FindTypes(string delimiter, string[] names)
    {
        (int Line, string Cell)?[] firstTexts = new (int, string)?[names.Length];
        int rows = 0;
        foreach (CsvParser line in Lines(delimiter, names.Length))
        {
            rows++;
            for (int column = 0; column < names.Length; column++)
            {
                if (firstTexts[column] is null && !Table.TryParseNumber(line[column], out _))
                {
                    firstTexts[column] = (line.RawRow, line[column]);
                }
            }
        }

        return (firstTexts, rows);
    }

    private IEnumerable<CsvParser> Lines(string delimiter, int cells)
    {
        using CsvParser parser = Open(delimiter);
        parser.Read();
        while (parser.Read())
        {
            if (parser.Count != cells)
            {
                throw new InvalidDataException($"{source}, line {parser.RawRow}: the row has {parser.Count} cells and the header {cells}. "
                    + "Quote cells that contain the separator, and give empty cells their separators.");
            }

            yield return parser;
        }
    }

    private CsvParser Open(string delimiter) => new(open(), new CsvConfiguration(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter,
        BadDataFound = arguments => throw new InvalidDataException(
            $"{source}, line {arguments.Context.Parser!.RawRow}: the quotes are broken. Put a cell with quotes into quotes and double those inside."),
    });

    private InvalidDataException Empty() => new($"{source} is empty. Give a table with a header and at least one row.");
}
