using Microsoft.ML.Rows;

namespace Microsoft.ML.Data;

public static class ColumnCursorExtensions
{
    private static readonly MethodInfo ArraysMethod = typeof(ColumnCursorExtensions).GetMethod(nameof(Arrays), BindingFlags.NonPublic | BindingFlags.Static);

    public static IEnumerable<T> GetColumn<T>(this IDataView data, string columnName)
    {
        Check.Value(data, nameof(data));
        Check.NonEmpty(columnName, nameof(columnName));
        return data.GetColumn<T>(data.Schema[columnName]);
    }

    public static IEnumerable<T> GetColumn<T>(this IDataView data, DataViewSchema.Column column)
    {
        Check.Value(data, nameof(data));
        var type = column.Type;
        if (typeof(T) == typeof(string) && type is TextDataViewType)
            return (IEnumerable<T>)Convert<ReadOnlyMemory<char>, string>(data, column, text => text.ToString());
        if (typeof(T) == typeof(string[]) && type is VectorDataViewType { ItemType: TextDataViewType })
            return (IEnumerable<T>)Convert<VBuffer<ReadOnlyMemory<char>>, string[]>(data, column, texts => [.. texts.DenseValues().Select(t => t.ToString())]);
        if (typeof(T).IsArray && type is VectorDataViewType vector && typeof(T).GetElementType() == vector.ItemType.RawType)
            return ArraysMethod.Invoke<IEnumerable<T>>(vector.ItemType.RawType, data, column);
        if (typeof(T) == type.RawType)
            return Values<T>(data, column);
        throw Check.ExceptParam(nameof(column), $"Cannot map column (name: {column.Name}, type: {type}) in data to the user-defined type, {typeof(T)}.");
    }

    private static IEnumerable<T> Values<T>(IDataView data, DataViewSchema.Column column) => Convert<T, T>(data, column, value => value, reuse: false);

    private static IEnumerable<T[]> Arrays<T>(IDataView data, DataViewSchema.Column column) => Convert<VBuffer<T>, T[]>(data, column, buffer =>
    {
        var array = new T[buffer.Length];
        buffer.CopyTo(array);
        return array;
    });

    private static IEnumerable<TResult> Convert<TRaw, TResult>(IDataView data, DataViewSchema.Column column, Func<TRaw, TResult> convert, bool reuse = true)
    {
        using var cursor = data.GetRowCursor([column]);
        var get = cursor.GetGetter<TRaw>(column);
        TRaw value = default;
        while (cursor.MoveNext())
        {
            // A vector that is handed out keeps its arrays, so the next one needs its own.
            if (!reuse)
                value = default;
            get(ref value);
            yield return convert(value);
        }
    }
}
