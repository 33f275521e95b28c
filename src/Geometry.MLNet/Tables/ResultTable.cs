using System.Globalization;

namespace Geometry.MLNet;

/// <summary>A named table of results that are not scores, such as trajectories. Immutable.</summary>
/// <param name="Name">The name, lower case with hyphens, which is that of the file that experiments write it to.</param>
/// <param name="Columns">The names of the columns, lower case with underscores.</param>
/// <param name="Rows">The rows: as many texts as there are columns, empty where there is no value.</param>
public sealed record ResultTable(string Name, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Makes a row of a table.</summary>
    /// <param name="values">The values: numbers, texts, or null where there is none.</param>
    /// <returns>The values as texts that read back to the same bits.</returns>
    internal static IReadOnlyList<string> Row(params object?[] values) => [.. values.Select(value => value switch
    {
        null => "",
        double number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    })];
}
