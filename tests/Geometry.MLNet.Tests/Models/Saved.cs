using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet.Tests.Models;

/// <summary>Saves models into memory, loads them in another context, and compares what models compute.</summary>
internal static class Saved
{
    public static byte[] Bytes(MLContext ml, ITransformer model, DataViewSchema schema)
    {
        using MemoryStream stream = new();
        ml.Geometry.Model.Save(model, schema, stream);
        return stream.ToArray();
    }

    public static ITransformer Load(byte[] bytes, ModelLoadOptions? options = null) =>
        new MLContext(seed: 9).Geometry.Model.Load(new MemoryStream(bytes, writable: false), out _, options);

    public static ITransformer Reload(MLContext ml, ITransformer model, IDataView data, ModelLoadOptions? options = null) => Load(Bytes(ml, model, data.Schema), options);

    /// <summary>The names, types and bits of all columns that are numbers, keys or Boolean.</summary>
    public static IReadOnlyList<string> Values(ITransformer model, IDataView data)
    {
        IDataView view = model.Transform(data);
        List<string> values = [.. view.Schema.Select(column => $"{column.Name} {column.Type} {column.IsHidden}")];
        DataViewSchema.Column[] columns = [.. view.Schema.Where(column => !column.IsHidden)];
        using DataViewRowCursor cursor = view.GetRowCursor(columns);
        Func<string>[] readers = [.. columns.Select(column => Reader(cursor, column))];
        while (cursor.MoveNext())
        {
            values.AddRange(readers.Select(reader => reader()));
        }

        return values;
    }

    private static Func<string> Reader(DataViewRow row, DataViewSchema.Column column) => column.Type switch
    {
        VectorDataViewType { ItemType: NumberDataViewType { RawType: var raw } } when raw == typeof(float) => Vector<float>(row, column, BitConverter.SingleToInt32Bits),
        VectorDataViewType { ItemType: NumberDataViewType { RawType: var raw } } when raw == typeof(double) => Vector<double>(row, column, value => (int)(BitConverter.DoubleToInt64Bits(value) >> 7)),
        VectorDataViewType { ItemType: BooleanDataViewType } => Vector<bool>(row, column, value => value ? 1 : 0),
        NumberDataViewType { RawType: var raw } when raw == typeof(float) => Scalar<float>(row, column, BitConverter.SingleToInt32Bits),
        BooleanDataViewType => Scalar<bool>(row, column, value => value ? 1 : 0),
        KeyDataViewType => Scalar<uint>(row, column, value => (int)value),
        _ => () => "",
    };

    private static Func<string> Vector<T>(DataViewRow row, DataViewSchema.Column column, Func<T, int> bits)
    {
        ValueGetter<VBuffer<T>> getter = row.GetGetter<VBuffer<T>>(column);
        VBuffer<T> value = default;
        return () =>
        {
            getter(ref value);
            return string.Join(' ', value.DenseValues().Select(bits));
        };
    }

    private static Func<string> Scalar<T>(DataViewRow row, DataViewSchema.Column column, Func<T, int> bits)
    {
        ValueGetter<T> getter = row.GetGetter<T>(column);
        T value = default!;
        return () =>
        {
            getter(ref value);
            return $"{bits(value)}";
        };
    }
}
