using System.Text.RegularExpressions;

namespace Geometry.Experiments;

/// <summary>Tells exceptions that speak of the user's input from defects, and makes their messages fit for one line.</summary>
internal static partial class UserErrors
{
    /// <summary>
    /// Says whether an exception out of a data source, an estimator or a chain speaks of its input. ML.NET has no type of its own for
    /// that: it throws argument, operation and format exceptions, and so do the estimators of this library.
    /// </summary>
    public static bool Is(Exception e) => Unwrap(e)
        is (ArgumentException or InvalidOperationException or NotSupportedException or FormatException or InvalidDataException
            or IOException or UnauthorizedAccessException or BadInputException)
        and not (ArgumentNullException or ObjectDisposedException);

    /// <summary>Gives the message in one line, without the name of the .NET parameter.</summary>
    public static string Text(Exception e) => Breaks().Replace(ParameterSuffix().Replace(Unwrap(e).Message, ""), " ").Trim();

    private static Exception Unwrap(Exception e) =>
        e is (AggregateException or System.Reflection.TargetInvocationException) and { InnerException: { } inner } ? Unwrap(inner) : e;

    [GeneratedRegex(@"\s*\(Parameter '[^']*'\)(\s*Actual value was .*)?")]
    private static partial Regex ParameterSuffix();

    [GeneratedRegex(@"\s*[\r\n]+\s*")]
    private static partial Regex Breaks();
}
