namespace Geometry.MLNet;

/// <summary>How a CSV file becomes a view.</summary>
public sealed record CsvLoadOptions
{
    /// <summary>Gets the vectors to make: for each its column name in the view and a selection of the file's columns.</summary>
    /// <value>
    /// A selection is names, ranges (<c>f0..f99</c>) or prefixes (<c>f*</c>), separated by commas. Default: none, so that each column of the file
    /// becomes a scalar.
    /// </value>
    public IReadOnlyDictionary<string, string> Vectors { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets the columns that are text even where all cells look like numbers, such as codes of conditions.</summary>
    /// <value>Default: none; other columns are Single when every cell is a finite number, else text.</value>
    public IReadOnlyList<string> TextColumns { get; init; } = [];
}
