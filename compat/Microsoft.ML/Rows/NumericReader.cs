namespace Microsoft.ML.Rows;

/// <summary>Reads a scalar number, bool or key of any width as double or single precision.</summary>
internal static class NumericReader
{
    /// <summary>A function that reads the current row's value: a missing key is NaN, the first key 0.</summary>
    public static Func<double> Double(DataViewRow row, DataViewSchema.Column column)
    {
        if (column.Type is KeyDataViewType)
        {
            var key = Unkeyed(row, column);
            return () => key() is var k && k == 0 ? double.NaN : k - 1;
        }
        return Unkeyed(row, column);
    }

    private static Func<double> Unkeyed(DataViewRow row, DataViewSchema.Column column) => Type.GetTypeCode(column.Type.RawType) switch
    {
        TypeCode.Boolean => Read<bool>(row, column, v => v ? 1 : 0),
        TypeCode.SByte => Read<sbyte>(row, column, v => v),
        TypeCode.Byte => Read<byte>(row, column, v => v),
        TypeCode.Int16 => Read<short>(row, column, v => v),
        TypeCode.UInt16 => Read<ushort>(row, column, v => v),
        TypeCode.Int32 => Read<int>(row, column, v => v),
        TypeCode.UInt32 => Read<uint>(row, column, v => v),
        TypeCode.Int64 => Read<long>(row, column, v => v),
        TypeCode.UInt64 => Read<ulong>(row, column, v => v),
        TypeCode.Single => Read<float>(row, column, v => v),
        TypeCode.Double => Read<double>(row, column, v => v),
        _ => throw Check.ExceptParam(nameof(column), $"Column '{column.Name}' of type {column.Type} is not a number"),
    };

    private static Func<double> Read<T>(DataViewRow row, DataViewSchema.Column column, Func<T, double> convert)
    {
        var get = row.GetGetter<T>(column);
        T value = default;
        return () =>
        {
            get(ref value);
            return convert(value);
        };
    }
}
