using Microsoft.ML;

namespace Geometry.MLNet;

/// <summary>Which columns a consumer asked for, by index: a column object of another schema is taken by its index, as ML.NET does.</summary>
internal static class ActiveColumns
{
    /// <summary>One flag a column of the schema.</summary>
    public static bool[] Of(DataViewSchema schema, IEnumerable<DataViewSchema.Column> needed)
    {
        ArgumentNullException.ThrowIfNull(needed);
        var active = new bool[schema.Count];
        foreach (DataViewSchema.Column column in needed)
        {
            active[column.Index] = true;
        }

        return active;
    }
}
