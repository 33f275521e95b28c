using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>The errors about columns, in ML.NET's words and with the remedy.</summary>
internal static class ColumnErrors
{
    /// <summary>A column that is not there.</summary>
    public static ArgumentOutOfRangeException Missing(string role, string name, IEnumerable<string> available, string parameter) =>
        new(parameter, $"Could not find {role} column '{name}'. The columns here are: {string.Join(", ", available)}.");

    /// <summary>A column of a type that cannot be used.</summary>
    public static ArgumentOutOfRangeException Mismatch(string role, string name, string expected, object got, string remedy, string parameter) =>
        new(parameter, $"Schema mismatch for {role} column '{name}': expected {expected}, got {got}. {remedy}");

    /// <summary>A cursor was asked for a column that it was not opened with.</summary>
    public static ArgumentOutOfRangeException Inactive() => new("column", "requested column not active");

    /// <summary>A getter was called before the first row or after the last.</summary>
    public static InvalidOperationException NoRow() =>
        new("The cursor is not on a row: call MoveNext first, and read no more once it has returned false.");

    /// <summary>A getter was asked for with the wrong type.</summary>
    public static InvalidOperationException WrongGetterType(int index, string name, DataViewType type) =>
        new($"Invalid TValue in GetGetter for column #{index}: '{name}', whose values are {type.RawType}.");
}
