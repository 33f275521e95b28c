using System.Globalization;

namespace Geometry.Tasks;

/// <summary>A table of numbers and texts with named columns, read from a CSV file.</summary>
public sealed class Table
{
    private readonly Dictionary<string, TableColumn> _byName;

    internal Table(string source, int rowCount, IReadOnlyList<TableColumn> columns)
    {
        Source = source;
        RowCount = rowCount;
        Columns = columns;
        _byName = columns.ToDictionary(column => column.Name, StringComparer.Ordinal);
    }

    /// <summary>Gets where the table comes from, for messages.</summary>
    public string Source { get; }

    /// <summary>Gets the number of rows, at least 1.</summary>
    public int RowCount { get; }

    /// <summary>Gets the columns, in the order of the file.</summary>
    public IReadOnlyList<TableColumn> Columns { get; }

    /// <summary>Gets a column by its name, upper and lower case told apart.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">There is no such column; the message suggests the nearest one.</exception>
    public TableColumn this[string name] => _byName.TryGetValue(name, out TableColumn? column)
        ? column
        : throw ColumnSelection.Unknown(name, Columns.Select(known => known.Name), Source);

    /// <summary>Reads a CSV file with a header: UTF-8, separated by comma, semicolon or tab, quoted as RFC 4180 says.</summary>
    /// <param name="path">The file.</param>
    /// <param name="textColumns">
    /// Columns whose cells are texts even where all of them look like numbers, so that <c>01</c> stays apart from <c>1</c>. Other columns
    /// are numbers when every cell is a finite number in invariant notation, else texts.
    /// </param>
    /// <returns>The table.</returns>
    /// <exception cref="FileNotFoundException">The file does not exist.</exception>
    /// <exception cref="InvalidDataException">
    /// The file is empty, has no rows, a row has more or fewer cells than the header, a name occurs twice or quoting is broken.
    /// </exception>
    /// <exception cref="ArgumentException">A text column does not exist.</exception>
    public static Table Read(string path, IEnumerable<string>? textColumns = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return File.Exists(path)
            ? new TableReader(path, () => new StreamReader(path)).Read(textColumns ?? [])
            : throw new FileNotFoundException($"The table {path} does not exist.", path);
    }

    /// <summary>Reads a table from a text, as <see cref="Read"/> does.</summary>
    /// <param name="text">The content of a CSV file.</param>
    /// <param name="source">Where it comes from, for messages.</param>
    /// <param name="textColumns">Columns whose cells are texts even where all of them look like numbers.</param>
    /// <returns>The table.</returns>
    /// <exception cref="InvalidDataException">The text is no table.</exception>
    /// <exception cref="ArgumentException">A text column does not exist.</exception>
    public static Table Parse(string text, string source, IEnumerable<string>? textColumns = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(source);
        return new TableReader(source, () => new StringReader(text)).Read(textColumns ?? []);
    }

    internal static bool TryParseNumber(string cell, out double value) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
}
