using System.Globalization;

namespace Geometry.Reports;

/// <summary>Numbers as titles and descriptions say them.</summary>
internal static class Figures
{
    /// <summary>Below it a number is the rounding error of zero.</summary>
    public const double Rounding = 1e-12;

    /// <summary>Gives a number with about three digits.</summary>
    public static string Of(double value) => Math.Abs(value) switch
    {
        < Rounding => "0",
        >= 1e5 or < 1e-3 => Text(value, "0.0e+0"),
        >= 100 => Text(value, "0"),
        >= 10 => Text(value, "0.0"),
        >= 0.1 => Text(value, "0.00"),
        _ => Text(value, "0.000"),
    };

    /// <summary>Gives a number as it was set.</summary>
    public static string Plain(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Gives a number with its sign.</summary>
    public static string Signed(double value) => value > 0 ? $"+{Of(value)}" : Of(value);

    /// <summary>Gives "3" or "3 to 5".</summary>
    public static string Range(int least, int most) =>
        least == most ? least.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{least} to {most}");

    /// <summary>Gives words with commas and a last "and".</summary>
    public static string List(IReadOnlyList<string> words) => words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}";

    /// <summary>Gives a text with its first letter large.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    // With the sign that is as wide as a digit, not the hyphen.
    private static string Text(double value, string format) => $"{(value < 0 ? "−" : "")}{Math.Abs(value).ToString(format, CultureInfo.InvariantCulture)}";
}
