using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Contracts.Probes;

/// <summary>Reads the value of a column of any type as a copy that outlives the row.</summary>
internal static class ColumnReader
{
    /// <summary>A function that copies the column's value in the current row: vectors as dense arrays, text as strings.</summary>
    public static Func<object> Of(DataViewRow row, DataViewSchema.Column column) => column.Type is VectorDataViewType vector
        ? Make(nameof(Vector), vector.ItemType.RawType, row, column)
        : Make(nameof(Scalar), column.Type.RawType, row, column);

    private static Func<object> Make(string method, Type type, DataViewRow row, DataViewSchema.Column column) =>
        (Func<object>)typeof(ColumnReader).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [row, column], null)!;

    private static Func<object> Scalar<T>(DataViewRow row, DataViewSchema.Column column)
    {
        ValueGetter<T> getter = row.GetGetter<T>(column);
        T value = default!;
        return () =>
        {
            getter(ref value);
            return Copy(value!);
        };
    }

    private static Func<object> Vector<T>(DataViewRow row, DataViewSchema.Column column)
    {
        ValueGetter<VBuffer<T>> getter = row.GetGetter<VBuffer<T>>(column);
        VBuffer<T> value = default;
        return () =>
        {
            getter(ref value);
            return value.DenseValues().Select(item => Copy(item!)).ToArray();
        };
    }

    private static object Copy(object value) => value is ReadOnlyMemory<char> text ? text.ToString() : value;
}
