using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>A column of a table in memory.</summary>
internal abstract class MemoryColumn(string name, DataViewType type, DataViewSchema.Annotations? annotations)
{
    /// <summary>Gets the column as a schema wants it.</summary>
    public DataViewSchema.DetachedColumn Detached => new(name, type, annotations);

    /// <summary>A getter of the value in the row that <paramref name="current"/> names.</summary>
    public abstract Delegate Getter(Func<int> current);

    /// <summary>A matrix, one row a vector; the memory is not copied.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="values">Row-major.</param>
    /// <param name="dimensions">The dimensions of a row, whose product is the width.</param>
    public static MemoryColumn Vectors(string name, ReadOnlyMemory<float> values, params int[] dimensions)
    {
        var type = new VectorDataViewType(NumberDataViewType.Single, dimensions);
        int width = type.Size;
        return new MemoryColumn<VBuffer<float>>(name, type, (int row, ref VBuffer<float> value) =>
        {
            VBufferEditor<float> editor = VBufferEditor.Create(ref value, width);
            values.Span.Slice(row * width, width).CopyTo(editor.Values);
            value = editor.Commit();
        });
    }

    /// <summary>Images as vectors of numbers from 0 to 1; the memory is not copied, so that a pixel takes one byte.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="pixels">Images x channels x height x width, row-major, from 0 (black) to 255.</param>
    /// <param name="dimensions">The dimensions of an image: channels, height, width.</param>
    public static MemoryColumn Pixels(string name, ReadOnlyMemory<byte> pixels, params int[] dimensions)
    {
        var type = new VectorDataViewType(NumberDataViewType.Single, dimensions);
        int width = type.Size;
        return new MemoryColumn<VBuffer<float>>(name, type, (int row, ref VBuffer<float> value) =>
        {
            VBufferEditor<float> editor = VBufferEditor.Create(ref value, width);
            ReadOnlySpan<byte> image = pixels.Span.Slice(row * width, width);
            for (int i = 0; i < image.Length; i++)
            {
                editor.Values[i] = image[i] / 255f;
            }

            value = editor.Commit();
        });
    }

    /// <summary>Codes from 0 to the number of names less one, as a key column that bears the names.</summary>
    public static MemoryColumn Keys(string name, IReadOnlyList<int> codes, IReadOnlyList<string> names) => new MemoryColumn<uint>(
        name, new KeyDataViewType(typeof(uint), names.Count), (int row, ref uint value) => value = (uint)codes[row] + 1, TextAnnotation.KeyValues(names));

    /// <summary>One value a row.</summary>
    public static MemoryColumn Scalars<T>(string name, PrimitiveDataViewType type, IReadOnlyList<T> values) =>
        new MemoryColumn<T>(name, type, (int row, ref T value) => value = values[row]);

    /// <summary>One text a row.</summary>
    public static MemoryColumn Texts(string name, IReadOnlyList<string> values) => new MemoryColumn<ReadOnlyMemory<char>>(
        name, TextDataViewType.Instance, (int row, ref ReadOnlyMemory<char> value) => value = values[row].AsMemory());
}

/// <summary>Reads the value of a row.</summary>
internal delegate void RowReader<T>(int row, ref T value);

/// <summary>A column whose values are of one type.</summary>
internal sealed class MemoryColumn<T>(string name, DataViewType type, RowReader<T> read, DataViewSchema.Annotations? annotations = null)
    : MemoryColumn(name, type, annotations)
{
    public override Delegate Getter(Func<int> current) => (ValueGetter<T>)((ref T value) => read(current(), ref value));
}
