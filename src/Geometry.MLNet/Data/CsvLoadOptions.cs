using Microsoft.ML;

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

    /// <summary>
    /// Gets the schema that the view is to have, such as that of a saved model's input: its columns, of its types, in its order and no others. A column that
    /// the file does not have is what its type has where nothing is known: 0, false, empty, a missing key.
    /// </summary>
    /// <value>Default: null, for the columns of the file.</value>
    public DataViewSchema? Schema { get; init; }
}
