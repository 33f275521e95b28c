namespace Microsoft.ML.Text;

/// <summary>The lines of a text file that hold data, quoted line ends included where that is allowed.</summary>
internal sealed class TextLines(TextReader reader, TextLoader.Options options) : IDisposable
{
    public string Next()
    {
        while (reader.ReadLine() is { } line)
        {
            if (options.TrimWhitespace)
                line = line.TrimEnd();
            // Empty lines and the lines of a schema header are no rows.
            if (line.Length == 0 || line.StartsWith("#@", StringComparison.Ordinal))
                continue;
            if (options.AllowQuoting && options.ReadMultilines)
            {
                while (EndsInsideQuotes(line) && reader.ReadLine() is { } more)
                    line = line + "\n" + more;
            }
            return line;
        }
        return null;
    }

    public void Dispose() => reader.Dispose();

    private static bool EndsInsideQuotes(string line) => line.AsSpan().Count('"') % 2 == 1;
}
