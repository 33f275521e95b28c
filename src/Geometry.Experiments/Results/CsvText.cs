using System.Globalization;
using System.Text;
using Geometry.MLNet;

namespace Geometry.Experiments;

/// <summary>Reads tables as <see cref="ScoresCsv"/> writes them: fields quoted as RFC 4180 says, a header, as many fields a line as the header has.</summary>
internal static class CsvText
{
    /// <summary>Reads the text of a table.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">Where it is from, for messages; its name without extension becomes that of the table.</param>
    /// <exception cref="BadInputException">The text is damaged; the message names the line.</exception>
    public static ResultTable Parse(string text, string file)
    {
        List<(int Line, string[] Fields)> records = [.. Records(text, file)];
        if (records.Count == 0)
        {
            throw new BadInputException($"{file} is empty; it should begin with a line that names its columns.");
        }

        string[] header = records[0].Fields;
        if (header.GroupBy(name => name).FirstOrDefault(name => name.Count() > 1) is { } twice)
        {
            throw new BadInputException($"{file}, line 1: there are two columns '{twice.Key}'.");
        }

        foreach ((int line, string[] fields) in records.Where(record => record.Fields.Length != header.Length))
        {
            throw new BadInputException(string.Create(CultureInfo.InvariantCulture,
                $"{file}, line {line}: {fields.Length} fields, but the header has {header.Length}. The file is damaged; run the experiment again."));
        }

        return new ResultTable(Path.GetFileNameWithoutExtension(file), header, [.. records.Skip(1).Select(record => record.Fields)]);
    }

    private static IEnumerable<(int Line, string[] Fields)> Records(string text, string file)
    {
        List<string> fields = [];
        var field = new StringBuilder();
        bool quoted = false;
        int line = 1, start = 1;
        for (int i = text.StartsWith('\uFEFF') ? 1 : 0; i < text.Length; i++)
        {
            line += text[i] == '\n' ? 1 : 0;
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
                case '\r' when !quoted && i + 1 < text.Length && text[i + 1] == '\n':
                    break;
                case '\n' when !quoted:
                    yield return (start, [.. fields, field.ToString()]);
                    start = line;
                    fields.Clear();
                    field.Clear();
                    break;
                default:
                    field.Append(text[i]);
                    break;
            }
        }

        if (quoted)
        {
            throw new BadInputException(string.Create(CultureInfo.InvariantCulture,
                $"{file}, line {start}: a quotation mark is not closed. The file is damaged; run the experiment again."));
        }

        if (fields.Count > 0 || field.Length > 0)
        {
            yield return (start, [.. fields, field.ToString()]);
        }
    }
}
