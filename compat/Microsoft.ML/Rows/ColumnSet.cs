namespace Microsoft.ML.Rows;

/// <summary>Sets of columns of one schema as flags by index; a column of another schema counts by its index.</summary>
internal static class ColumnSet
{
    public static bool[] Flags(DataViewSchema schema, IEnumerable<DataViewSchema.Column> columns)
    {
        Check.Value(columns, nameof(columns));
        var flags = new bool[schema.Count];
        foreach (var column in columns)
        {
            Check.Param((uint)column.Index < (uint)flags.Length, nameof(columns), $"Column '{column.Name}' has index {column.Index}, beyond the schema");
            flags[column.Index] = true;
        }
        return flags;
    }

    public static IEnumerable<DataViewSchema.Column> Columns(DataViewSchema schema, bool[] flags) => schema.Where(c => flags[c.Index]);

    public static bool IsActive(bool[] flags, DataViewSchema.Column column)
    {
        Check.Param((uint)column.Index < (uint)flags.Length, nameof(column), "Column index is out of range");
        return flags[column.Index];
    }
}
