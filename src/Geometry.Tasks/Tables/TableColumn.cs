using System.Globalization;

namespace Geometry.Tasks;

/// <summary>A column of a <see cref="Table"/>: numbers or texts.</summary>
public sealed class TableColumn
{
    private readonly string _source;
    private readonly double[]? _numbers;
    private readonly string[]? _texts;
    private readonly (int Line, string Cell)? _firstText;

    internal TableColumn(string source, string name, double[]? numbers, string[]? texts, (int Line, string Cell)? firstText)
    {
        _source = source;
        Name = name;
        _numbers = numbers;
        _texts = texts;
        _firstText = firstText;
    }

    /// <summary>Gets the name in the header.</summary>
    public string Name { get; }

    /// <summary>Gets whether all cells are finite numbers (and the column was not asked for as text).</summary>
    public bool IsNumeric => _numbers is not null;

    /// <summary>Gives the cells as numbers, all finite.</summary>
    /// <returns>One number a row.</returns>
    /// <exception cref="InvalidDataException">A cell is no finite number; the message names its line and content.</exception>
    public ReadOnlySpan<double> Numbers()
    {
        if (_numbers is not null)
        {
            return _numbers;
        }

        if (_firstText is not { } first)
        {
            throw new InvalidDataException($"{_source}: the column '{Name}' was read as text, so it holds no numbers.");
        }

        string problem = string.IsNullOrWhiteSpace(first.Cell) ? "is empty" : $"is '{first.Cell}'";
        throw new InvalidDataException(
            $"{_source}, line {first.Line}, column '{Name}': the cell {problem}, and a finite number is needed, such as -1.5 or 2e-3.");
    }

    /// <summary>Gives the cells as texts; numbers are written in their shortest invariant form.</summary>
    /// <returns>One text a row.</returns>
    public IReadOnlyList<string> Texts() =>
        _texts ?? Array.ConvertAll(_numbers!, number => number.ToString(CultureInfo.InvariantCulture));
}
