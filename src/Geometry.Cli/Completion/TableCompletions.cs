using Geometry.Experiments;

namespace Geometry.Cli;

/// <summary>What can be named of a table that is to be scored.</summary>
internal static class TableCompletions
{
    // What these fields say has an option of its own.
    private static readonly string[] s_optionFields = ["embeddings", "conditions", "target", "input"];

    /// <summary>Gives the columns of a table; none where it cannot be read.</summary>
    /// <param name="table">The path, or null where none is given yet.</param>
    public static IReadOnlyList<string> ColumnsOf(string? table)
    {
        try
        {
            return table is null ? [] : TableScoring.ColumnsOf(table);
        }
        catch (BadInputException)
        {
            return [];
        }
    }

    /// <summary>Gets the settings of scores, with the equals sign behind the name.</summary>
    public static IEnumerable<string> Settings() => StepRegistry.All
        .Where(step => TableScoring.Scores.Contains(step.Name, StringComparer.OrdinalIgnoreCase))
        .SelectMany(step => step.Parameters).Where(field => !s_optionFields.Contains(field.Name)).SelectMany(field => Names(field, ""))
        .Distinct().Select(name => $"{name}=");

    private static IEnumerable<string> Names(Parameter field, string prefix) =>
        field.Fields.Count > 0 ? field.Fields.SelectMany(inner => Names(inner, $"{prefix}{field.Name}.")) : [prefix + field.Name];
}
