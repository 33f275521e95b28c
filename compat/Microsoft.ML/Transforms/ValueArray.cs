using Microsoft.ML.Binary;

namespace Microsoft.ML.Transforms;

/// <summary>How saved models write arrays of the raw values of a standard type.</summary>
internal static class ValueArray
{
    public static void Write<T>(BinaryWriter writer, T[] values)
    {
        writer.Write(values.Length);
        ValueCodec.Create<T>(TypeQueries.StandardTypeOf(typeof(T))).WriteAll(writer, values);
    }

    public static T[] Read<T>(BinaryReader reader)
    {
        int count = reader.ReadInt32();
        Check.Decode(count >= 0, "Corrupt model file: negative number of values");
        var values = new T[count];
        ValueCodec.Create<T>(TypeQueries.StandardTypeOf(typeof(T))).ReadAll(reader, values);
        return values;
    }
}
