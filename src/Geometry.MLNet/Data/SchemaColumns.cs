using System.Globalization;
using System.Reflection;
using Geometry.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>Makes columns of a table as a schema wants them.</summary>
internal static class SchemaColumns
{
    /// <summary>The numbers that a vector is made of.</summary>
    /// <exception cref="ArgumentException">There are others than the type holds.</exception>
    public static MemoryColumn Vector(DataViewSchema.Column column, float[] values, int width) =>
        column.Type is VectorDataViewType { ItemType: NumberDataViewType item } type && item == NumberDataViewType.Single && type.Size == width
            ? Bind<VBuffer<float>>(column, (int row, ref VBuffer<float> value) =>
            {
                VBufferEditor<float> editor = VBufferEditor.Create(ref value, width);
                values.AsSpan(row * width, width).CopyTo(editor.Values);
                value = editor.Commit();
            })
            : throw new ArgumentException($"Column '{column.Name}' is {column.Type}, which {width} columns of the table do not make.");

    /// <summary>A column of single values.</summary>
    /// <exception cref="InvalidDataException">A cell is no such value.</exception>
    /// <exception cref="NotSupportedException">The type is none that a cell can hold.</exception>
    public static MemoryColumn Scalar(DataViewSchema.Column column, TableColumn cells)
    {
        IReadOnlyList<string> texts = cells.Texts();
        IFormatProvider culture = CultureInfo.InvariantCulture;
        return column.Type switch
        {
            TextDataViewType => Read(column, texts, text => text.AsMemory()),
            BooleanDataViewType => Read(column, texts, text => text.Trim() switch
            {
                "1" => true,
                "0" => false,
                var word => bool.Parse(word),
            }),
            KeyDataViewType { RawType: var raw } when raw == typeof(uint) => Read(column, texts, KeyReader(column)),
            NumberDataViewType { RawType: var raw } when raw == typeof(float) => Read(column, texts, text => float.Parse(text, culture)),
            NumberDataViewType { RawType: var raw } when raw == typeof(double) => Read(column, texts, text => double.Parse(text, culture)),
            NumberDataViewType { RawType: var raw } when raw == typeof(sbyte) => Read(column, texts, text => sbyte.Parse(text, culture)),
            NumberDataViewType { RawType: var raw } when raw == typeof(byte) => Read(column, texts, text => byte.Parse(text, culture)),
            NumberDataViewType { RawType: var raw } when raw == typeof(short) => Read(column, texts, text => short.Parse(text, culture)),
            NumberDataViewType { RawType: var raw } when raw == typeof(ushort) => Read(column, texts, text => ushort.Parse(text, culture)),
            NumberDataViewType { RawType: var raw } when raw == typeof(int) => Read(column, texts, text => int.Parse(text, culture)),
            NumberDataViewType { RawType: var raw } when raw == typeof(uint) => Read(column, texts, text => uint.Parse(text, culture)),
            NumberDataViewType { RawType: var raw } when raw == typeof(long) => Read(column, texts, text => long.Parse(text, culture)),
            NumberDataViewType { RawType: var raw } when raw == typeof(ulong) => Read(column, texts, text => ulong.Parse(text, culture)),
            _ => throw new NotSupportedException($"Column '{column.Name}' is {column.Type}, which a cell of a table cannot hold."),
        };
    }

    /// <summary>A column that the table does not have: what its type has where nothing is known, such as 0, false and missing.</summary>
    public static MemoryColumn Absent(DataViewSchema.Column column) =>
        (MemoryColumn)typeof(SchemaColumns).GetMethod(column.Type is VectorDataViewType ? nameof(AbsentVector) : nameof(AbsentScalar), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(column.Type is VectorDataViewType vector ? vector.ItemType.RawType : column.Type.RawType)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [column], null)!;

    private static MemoryColumn<T> AbsentScalar<T>(DataViewSchema.Column column) => Bind<T>(column, (int _, ref T value) => value = default!);

    private static MemoryColumn<VBuffer<T>> AbsentVector<T>(DataViewSchema.Column column)
    {
        int size = ((VectorDataViewType)column.Type).Size;
        return Bind<VBuffer<T>>(column, (int _, ref VBuffer<T> value) => value = new VBuffer<T>(size, 0, [], []));
    }

    // A name that is not among those of the key is a missing value, as with a model that was trained without it.
    private static Func<string, uint> KeyReader(DataViewSchema.Column column)
    {
        if (LevelColumn.KeyTexts(column) is { } names)
        {
            Dictionary<string, uint> keyOf = names.Select((name, i) => (name, key: (uint)i + 1)).ToDictionary(pair => pair.name, pair => pair.key, StringComparer.Ordinal);
            return text => keyOf.GetValueOrDefault(text);
        }

        return text => uint.Parse(text, CultureInfo.InvariantCulture);
    }

    private static MemoryColumn<T> Read<T>(DataViewSchema.Column column, IReadOnlyList<string> texts, Func<string, T> read)
    {
        var values = new T[texts.Count];
        for (int row = 0; row < values.Length; row++)
        {
            try
            {
                values[row] = read(texts[row]);
            }
            catch (Exception exception) when (exception is FormatException or OverflowException)
            {
                throw new InvalidDataException($"Row {row + 1}, column '{column.Name}': '{texts[row]}' is no {column.Type}.", exception);
            }
        }

        return Bind<T>(column, (int row, ref T value) => value = values[row]);
    }

    private static MemoryColumn<T> Bind<T>(DataViewSchema.Column column, RowReader<T> read) => new(column.Name, column.Type, read, column.Annotations);
}
