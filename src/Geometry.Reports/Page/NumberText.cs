using System.Globalization;

namespace Geometry.Reports;

/// <summary>Numbers as a page shows them: three decimals where they say something, else three significant digits.</summary>
internal static class NumberText
{
    private const double Small = 0.001, Large = 100_000;

    /// <summary>Writes a number.</summary>
    public static string Of(double value) =>
        value == 0 || (Math.Abs(value) >= Small && Math.Abs(value) < Large)
            ? value.ToString("0.000", CultureInfo.InvariantCulture)
            : value.ToString("0.00e+0", CultureInfo.InvariantCulture);

    /// <summary>Writes the standard error of a number, no finer than the number itself.</summary>
    public static string Error(double error, double of) =>
        error > 0 && error < Small && Math.Abs(of) >= Small ? "<\u20090.001" : Of(error);

    /// <summary>Writes a number so that a script can sort by it.</summary>
    public static string Exact(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Writes a whole number.</summary>
    public static string Of(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>Writes a duration in the unit that fits it.</summary>
    /// <param name="seconds">The duration in seconds.</param>
    public static string Duration(double seconds) => seconds switch
    {
        < 1 => "less than a second",
        < 100 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s"),
        < 6000 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:0.0} h"),
    };
}
