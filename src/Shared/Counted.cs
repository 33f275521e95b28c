using System.Globalization;

namespace Geometry;

/// <summary>Numbers of things in words. Compiled into each project that links it.</summary>
internal static class Counted
{
    /// <summary>Gives for example "1 cell" or "4,840 cells".</summary>
    /// <param name="n">The number.</param>
    /// <param name="noun">The thing, whose plural has an s.</param>
    public static string Of(long n, string noun) => string.Create(CultureInfo.InvariantCulture, $"{n:#,0} {noun}{(n == 1 ? "" : "s")}");
}
