using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Microsoft.ML.Transforms;

/// <summary>How saved models write the values of a column of a standard type.</summary>
internal static class ValueCodec
{
    public static void Write<T>(BinaryWriter writer, T[] values)
    {
        writer.Write(values.Length);
        if (values is ReadOnlyMemory<char>[] texts)
        {
            foreach (var text in texts) writer.Write(text.ToString());
        }
        else if (values.Length > 0)
        {
            writer.Write(Bytes(values));
        }
    }

    public static T[] Read<T>(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        Check.Decode(count >= 0, "A model has a negative number of values");
        if (typeof(T) == typeof(ReadOnlyMemory<char>))
        {
            var texts = new ReadOnlyMemory<char>[count];
            for (int i = 0; i < count; i++) texts[i] = reader.ReadString().AsMemory();
            return (T[])(object)texts;
        }

        var values = new T[count];
        if (count > 0) reader.BaseStream.ReadExactly(Bytes(values));
        return values;
    }

    private static Span<byte> Bytes<T>(T[] values)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) throw Check.Except($"Values of type {typeof(T)} cannot be saved in a model");
        return MemoryMarshal.CreateSpan(ref Unsafe.As<T, byte>(ref MemoryMarshal.GetArrayDataReference(values)), checked(values.Length * Unsafe.SizeOf<T>()));
    }
}
