using System.Diagnostics.CodeAnalysis;

namespace Microsoft.ML.Runtime;

/// <summary>Argument and state checks with the exception types that the package throws.</summary>
internal static class Check
{
    public static ArgumentOutOfRangeException ExceptParam(string paramName, string message) => new(paramName, message);

    public static InvalidOperationException Except(string message) => new(message);

    public static FormatException ExceptDecode(string message) => new(message);

    public static ArgumentOutOfRangeException ExceptSchemaMismatch(string paramName, string columnRole, string columnName) =>
        new(paramName, $"Could not find {columnRole} column '{columnName}'");

    public static ArgumentOutOfRangeException ExceptSchemaMismatch(string paramName, string columnRole, string columnName, string expected, string actual) =>
        new(paramName, $"Schema mismatch for {columnRole} column '{columnName}': expected {expected}, got {actual}");

    public static void Value<T>([NotNull] T value, string paramName)
        where T : class
    {
        if (value is null)
            throw new ArgumentNullException(paramName);
    }

    public static void NonEmpty([NotNull] string value, string paramName)
    {
        Value(value, paramName);
        if (value.Length == 0)
            throw ExceptParam(paramName, "Need a non-empty string");
    }

    public static void NonEmpty<T>([NotNull] IReadOnlyCollection<T> value, string paramName)
    {
        Value(value, paramName);
        if (value.Count == 0)
            throw ExceptParam(paramName, "Need a non-empty array");
    }

    public static void Param([DoesNotReturnIf(false)] bool condition, string paramName, string message)
    {
        if (!condition)
            throw ExceptParam(paramName, message);
    }

    public static void That([DoesNotReturnIf(false)] bool condition, string message)
    {
        if (!condition)
            throw Except(message);
    }

    public static void Decode([DoesNotReturnIf(false)] bool condition, string message)
    {
        if (!condition)
            throw ExceptDecode(message);
    }
}
