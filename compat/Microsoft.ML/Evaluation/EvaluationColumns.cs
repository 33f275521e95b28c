namespace Microsoft.ML.Data;

/// <summary>Finds and reads the columns of scored data.</summary>
internal static class EvaluationColumns
{
    public static DataViewSchema.Column Find(DataViewSchema schema, string name, string role)
    {
        Check.NonEmpty(name, $"{role.ToLowerInvariant()}ColumnName");
        return schema.GetColumnOrNull(name) ?? throw Check.ExceptParam(nameof(schema), $"{role} column '{name}' not found");
    }

    public static void CheckType(DataViewSchema.Column column, DataViewType expected, string role)
    {
        if (!column.Type.Equals(expected))
            throw Check.ExceptSchemaMismatch("schema", role, column.Name, expected.ToString(), column.Type.ToString());
    }

    /// <summary>The label as a number: 1 and 0 for a boolean, the place of a key counted from 0, NaN where it is missing.</summary>
    public static ValueGetter<double> LabelGetter(DataViewRow row, DataViewSchema.Column label) => label.Type switch
    {
        BooleanDataViewType => Converted<bool>(row, label, value => value ? 1 : 0),
        KeyDataViewType key when key.RawType == typeof(uint) => Converted<uint>(row, label, value => value == 0 ? double.NaN : value - 1.0),
        NumberDataViewType number when number.RawType == typeof(float) => Converted<float>(row, label, value => value),
        NumberDataViewType number when number.RawType == typeof(double) => Converted<double>(row, label, value => value),
        _ => throw Check.ExceptSchemaMismatch("schema", "label", label.Name, "Single, Double, Boolean, or Key", label.Type.ToString()),
    };

    private static ValueGetter<double> Converted<T>(DataViewRow row, DataViewSchema.Column column, Func<T, double> convert)
    {
        var getter = row.GetGetter<T>(column);
        var value = default(T);
        return (ref double destination) =>
        {
            getter(ref value);
            destination = convert(value);
        };
    }
}
