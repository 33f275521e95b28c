using System.Globalization;

namespace Geometry.Reports;

/// <summary>Numbers as titles and descriptions say them.</summary>
internal static class Figures
{
    /// <summary>Gives a number with about three digits.</summary>
    public static string Of(double value) => Math.Abs(value) switch
    {
        0 => "0",
        >= 1e5 or < 1e-3 => value.ToString("0.0e+0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        >= 0.1 => value.ToString("0.00", CultureInfo.InvariantCulture),
        _ => value.ToString("0.000", CultureInfo.InvariantCulture),
    };

    /// <summary>Gives a number as it was set.</summary>
    public static string Plain(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Gives a number with its sign.</summary>
    public static string Signed(double value) => value > 0 ? $"+{Of(value)}" : Of(value).Replace('-', '−');

    /// <summary>Gives a count with its noun.</summary>
    public static string Count(int n, string noun) => string.Create(CultureInfo.InvariantCulture, $"{n:#,0} {noun}{(n == 1 ? "" : "s")}");

    /// <summary>Gives "3" or "3 to 5".</summary>
    public static string Range(int least, int most) =>
        least == most ? least.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{least} to {most}");

    /// <summary>Gives words with commas and a last "and".</summary>
    public static string List(IReadOnlyList<string> words) => words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} and {words[^1]}";

    /// <summary>Gives a text with its first letter large.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
