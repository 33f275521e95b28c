using System.Globalization;
using System.Text.Json;

namespace Geometry.Reports;

/// <summary>Says the variables of sweeps and their values in words.</summary>
internal static class VariableWords
{
    private static readonly Dictionary<string, string> s_names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["noise"] = "noise standard deviation",
        ["testNoise"] = "noise standard deviation of the test rows",
        ["separability"] = "separability",
        ["alignment"] = "alignment of input and target",
        ["targets"] = "number of targets",
        ["order"] = "bits in the parity",
        ["width"] = "hidden units",
        ["widths"] = "hidden layers",
        ["gain"] = "gain of the initial weights",
        ["rate"] = "learning rate",
        ["learningRate"] = "learning rate",
        ["weights"] = "law of the initial weights",
        ["law"] = "law of the noise",
        ["scale"] = "scale of the inputs",
        ["range"] = "range of the inputs",
        ["entries"] = "law of the inputs",
        ["center"] = "centred inputs",
        ["images"] = "training images",
        ["epochs"] = "epochs of training",
        ["readout"] = "readout",
        ["learnt"] = "learnt",
        ["radialTerm"] = "radial term of the noise",
        ["dimensions"] = "input dimensions",
        ["bits"] = "bits",
        ["conditions"] = "conditions",
        ["trainRows"] = "training rows",
        ["batchSize"] = "rows a batch",
    };

    /// <summary>Gives the words for a variable.</summary>
    public static string Of(string variable) => s_names.GetValueOrDefault(variable) ?? Spaced(variable);

    /// <summary>Gives the words for a value, as the key of a cell has it.</summary>
    public static string OfValue(string value)
    {
        if (value is "true" or "false")
        {
            return value == "true" ? "yes" : "no";
        }

        string[]? items = Items(value);
        return items is null ? double.TryParse(value, CultureInfo.InvariantCulture, out _) ? value : Spaced(value)
            : items.Length > 1 && items.Distinct().Count() == 1 ? string.Create(CultureInfo.InvariantCulture, $"{items.Length} × {items[0]}")
            : string.Join(", ", items);
    }

    /// <summary>
    /// Gives the values of a variable as numbers, or null where they are none: numbers, lists of one number, or lists of the same number that differ in their length,
    /// which counts.
    /// </summary>
    public static IReadOnlyDictionary<string, double>? Numbers(IReadOnlyCollection<string> values, out bool areLengths)
    {
        areLengths = false;
        Dictionary<string, double> numbers = [];
        foreach (string value in values)
        {
            string text = Items(value) is [string single] ? single : value;
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number))
            {
                areLengths = true;
                break;
            }

            numbers[value] = number;
        }

        if (!areLengths)
        {
            return numbers.Values.Distinct().Count() == numbers.Count ? numbers : null;
        }

        string[]?[] lists = [.. values.Select(Items)];
        bool differInLength = lists.All(list => list is { Length: > 0 }) && lists.SelectMany(list => list!).Distinct().Count() == 1
            && lists.Select(list => list!.Length).Distinct().Count() == lists.Length;
        return differInLength ? values.Zip(lists, (value, list) => (value, list!.Length)).ToDictionary(pair => pair.value, pair => (double)pair.Length) : null;
    }

    /// <summary>Sets words apart that are written together: <c>FixedBalanced</c> becomes <c>Fixed balanced</c>; what has other signs in it stays.</summary>
    public static string Spaced(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        ? string.Concat(name.Select((letter, i) => char.IsAsciiLetterUpper(letter) && i > 0 && char.IsAsciiLetterLower(name[i - 1]) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"))
            .Replace('-', ' ').Replace('_', ' ')
        : name;

    private static string[]? Items(string value)
    {
        if (!value.StartsWith('[') || !value.EndsWith(']'))
        {
            return null;
        }

        try
        {
            return [.. JsonSerializer.Deserialize<JsonElement[]>(value)!.Select(item => item.ToString())];
        }
        catch (JsonException)
        {
            return [.. value[1..^1].Split(',', StringSplitOptions.TrimEntries)];
        }
    }
}
