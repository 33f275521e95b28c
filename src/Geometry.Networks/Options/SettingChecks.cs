using System.Globalization;

namespace Geometry.Networks;

/// <summary>Collects the settings that are out of range, so that one message lists them all.</summary>
/// <param name="owner">The type whose settings they are.</param>
internal sealed class SettingChecks(string owner)
{
    private readonly List<string> _violations = [];

    /// <summary>The names of an enumeration, as a range.</summary>
    public static string Names<T>()
        where T : struct, Enum => $"one of {string.Join(", ", Enum.GetNames<T>())}";

    public static bool IsFiniteAndNotNegative(double value) => value >= 0 && double.IsFinite(value);

    /// <summary>Notes a setting unless it is valid.</summary>
    public void Require(bool valid, string name, object? value, string range)
    {
        if (!valid)
        {
            string text = value switch
            {
                null => "null",
                string word => $"'{word}'",
                System.Collections.IEnumerable list => $"[{string.Join(", ", list.Cast<object>().Select(Text))}]",
                _ => Text(value),
            };
            _violations.Add($"  {name} = {text}: must be {range}.");
        }
    }

    /// <summary>Throws where a setting was noted.</summary>
    public void ThrowIfAny()
    {
        if (_violations.Count > 0)
        {
            string count = _violations.Count == 1 ? "1 setting" : $"{_violations.Count} settings";
            throw new ArgumentException($"{owner} has {count} out of range:\n{string.Join('\n', _violations)}");
        }
    }

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
