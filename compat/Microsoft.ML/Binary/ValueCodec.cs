using System.Runtime.InteropServices;

namespace Microsoft.ML.Binary;

/// <summary>How the values of a column type are written and read, for column type <typeparamref name="T"/>'s raw type.</summary>
internal abstract class ValueCodec<T>
{
    public abstract void Write(BinaryWriter writer, in T value);

    public abstract void Read(BinaryReader reader, ref T value);

    /// <summary>Bulk forms; a vector's values go through these.</summary>
    public virtual void WriteAll(BinaryWriter writer, ReadOnlySpan<T> values)
    {
        foreach (ref readonly var value in values)
            Write(writer, in value);
    }

    public virtual void ReadAll(BinaryReader reader, Span<T> values)
    {
        foreach (ref var value in values)
            Read(reader, ref value);
    }
}

/// <summary>The codecs by column type.</summary>
internal static class ValueCodec
{
    public static bool Handles(DataViewType type) => type.ItemTypeOrSelf() is var item && (item is KeyDataViewType || item.IsStandardScalar());

    public static ValueCodec<T> Create<T>(DataViewType type)
    {
        if (type is VectorDataViewType vector)
            return (ValueCodec<T>)Activator.CreateInstance(typeof(VectorCodec<>).MakeGenericType(vector.ItemType.RawType), vector.ItemType);
        return type is TextDataViewType
            ? (ValueCodec<T>)(object)new TextCodec()
            : (ValueCodec<T>)Activator.CreateInstance(typeof(BitsCodec<>).MakeGenericType(type.RawType));
    }

    private sealed class BitsCodec<T> : ValueCodec<T>
        where T : unmanaged
    {
        public override void Write(BinaryWriter writer, in T value) => writer.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in value)));

        public override void Read(BinaryReader reader, ref T value) => reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(new Span<T>(ref value)));

        public override void WriteAll(BinaryWriter writer, ReadOnlySpan<T> values) => writer.Write(MemoryMarshal.AsBytes(values));

        public override void ReadAll(BinaryReader reader, Span<T> values) => reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values));
    }

    private sealed class TextCodec : ValueCodec<ReadOnlyMemory<char>>
    {
        public override void Write(BinaryWriter writer, in ReadOnlyMemory<char> value) => writer.Write(value.ToString());

        public override void Read(BinaryReader reader, ref ReadOnlyMemory<char> value) => value = reader.ReadString().AsMemory();
    }

    private sealed class VectorCodec<T>(PrimitiveDataViewType itemType) : ValueCodec<VBuffer<T>>
    {
        private readonly ValueCodec<T> _item = Create<T>(itemType);

        public override void Write(BinaryWriter writer, in VBuffer<T> value)
        {
            var values = value.GetValues();
            writer.Write(value.Length);
            writer.Write(values.Length);
            writer.Write(MemoryMarshal.AsBytes(value.GetIndices()));
            _item.WriteAll(writer, values);
        }

        public override void Read(BinaryReader reader, ref VBuffer<T> value)
        {
            int length = reader.ReadInt32();
            int count = reader.ReadInt32();
            Check.Decode(0 <= count && count <= length, "Corrupt data: a vector has more values than slots");
            var editor = VBufferEditor.Create(ref value, length, count);
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(editor.Indices));
            _item.ReadAll(reader, editor.Values);
            value = editor.Commit();
        }
    }
}
