using Microsoft.ML.Rows;

namespace Microsoft.ML.Binary;

/// <summary>How a schema is written: names, types and annotations with their values. Columns of custom types are left out.</summary>
internal static class SchemaFormat
{
    private const byte RowId = 100;
    private const byte Key = 101;
    private const byte Vector = 102;

    private static readonly MethodInfo WriteMethod = Method(nameof(WriteValue));
    private static readonly MethodInfo ReadMethod = Method(nameof(ReadValue));

    public static void Write(BinaryWriter writer, IEnumerable<DataViewSchema.Column> columns)
    {
        var kept = columns.Where(c => ValueCodec.Handles(c.Type)).ToArray();
        writer.Write(kept.Length);
        foreach (var column in kept)
        {
            writer.Write(column.Name);
            WriteType(writer, column.Type);
            WriteAnnotations(writer, column.Annotations);
        }
    }

    public static DataViewSchema Read(BinaryReader reader)
    {
        var builder = new DataViewSchema.Builder();
        int count = reader.ReadInt32();
        Check.Decode(count >= 0, "Corrupt data: negative number of columns");
        for (int i = 0; i < count; i++)
        {
            string name = reader.ReadString();
            var type = ReadType(reader);
            builder.AddColumn(name, type, ReadAnnotations(reader));
        }
        return builder.ToSchema();
    }

    private static void WriteAnnotations(BinaryWriter writer, DataViewSchema.Annotations annotations)
    {
        var kept = annotations.Schema.Where(c => ValueCodec.Handles(c.Type)).ToArray();
        writer.Write(kept.Length);
        foreach (var column in kept)
        {
            writer.Write(column.Name);
            WriteType(writer, column.Type);
            WriteAnnotations(writer, column.Annotations);
            WriteMethod.Invoke<object>(column.Type.RawType, writer, column.Type, annotations.GetterAt(column.Index));
        }
    }

    private static DataViewSchema.Annotations ReadAnnotations(BinaryReader reader)
    {
        var builder = new DataViewSchema.Annotations.Builder();
        int count = reader.ReadInt32();
        Check.Decode(count >= 0, "Corrupt data: negative number of annotations");
        for (int i = 0; i < count; i++)
        {
            string name = reader.ReadString();
            var type = ReadType(reader);
            var nested = ReadAnnotations(reader);
            builder.Add(name, type, ReadMethod.Invoke<Delegate>(type.RawType, reader, type), nested);
        }
        return builder.ToAnnotations();
    }

    private static object WriteValue<T>(BinaryWriter writer, DataViewType type, Delegate getter)
    {
        T value = default;
        ((ValueGetter<T>)getter)(ref value);
        ValueCodec.Create<T>(type).Write(writer, in value);
        return null;
    }

    private static Delegate ReadValue<T>(BinaryReader reader, DataViewType type)
    {
        T value = default;
        ValueCodec.Create<T>(type).Read(reader, ref value);
        // The reader of an annotation owns the arrays that it gets.
        var copy = ValueCopy.For<T>();
        return (ValueGetter<T>)((ref T dst) => copy(in value, ref dst));
    }

    public static void WriteType(BinaryWriter writer, DataViewType type)
    {
        switch (type)
        {
            case VectorDataViewType vector:
                writer.Write(Vector);
                WriteType(writer, vector.ItemType);
                writer.Write(vector.Dimensions.Length);
                foreach (int dimension in vector.Dimensions)
                    writer.Write(dimension);
                break;
            case KeyDataViewType key:
                writer.Write(Key);
                WriteType(writer, TypeQueries.StandardTypeOf(key.RawType));
                writer.Write(key.Count);
                break;
            case RowIdDataViewType:
                writer.Write(RowId);
                break;
            default:
                writer.Write((byte)Enum.GetValues<DataKind>().First(kind => TypeQueries.TypeOf(kind).Equals(type)));
                break;
        }
    }

    public static DataViewType ReadType(BinaryReader reader)
    {
        byte tag = reader.ReadByte();
        switch (tag)
        {
            case Vector:
                var item = ReadType(reader) as PrimitiveDataViewType ?? throw Check.ExceptDecode("Corrupt data: a vector of vectors");
                int rank = reader.ReadInt32();
                Check.Decode(rank > 0, "Corrupt data: a vector without dimensions");
                var dimensions = new int[rank];
                for (int i = 0; i < rank; i++)
                    dimensions[i] = reader.ReadInt32();
                return new VectorDataViewType(item, dimensions);
            case Key:
                return new KeyDataViewType(ReadType(reader).RawType, reader.ReadUInt64());
            case RowId:
                return RowIdDataViewType.Instance;
            default:
                Check.Decode(Enum.IsDefined((DataKind)tag), "Corrupt data: unknown type of a column");
                return TypeQueries.TypeOf((DataKind)tag);
        }
    }

    private static MethodInfo Method(string name) => typeof(SchemaFormat).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static);
}
