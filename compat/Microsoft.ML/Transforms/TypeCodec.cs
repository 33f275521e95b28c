namespace Microsoft.ML.Transforms;

/// <summary>How saved models write the type of a column: a standard scalar, a key or a vector of these.</summary>
internal static class TypeCodec
{
    private const byte Scalar = 0, Key = 1, Vector = 2;

    public static void Write(BinaryWriter writer, DataViewType type)
    {
        switch (type)
        {
            case VectorDataViewType vector:
                writer.Write(Vector);
                writer.Write(vector.Dimensions.Length);
                foreach (int dimension in vector.Dimensions) writer.Write(dimension);
                Write(writer, vector.ItemType);
                break;
            case KeyDataViewType key:
                writer.Write(Key);
                writer.Write(key.Count);
                writer.Write((int)KindOf(key.RawType));
                break;
            default:
                writer.Write(Scalar);
                writer.Write((int)KindOf(type.RawType));
                break;
        }
    }

    public static DataViewType Read(BinaryReader reader)
    {
        switch (reader.ReadByte())
        {
            case Vector:
                var dimensions = new int[reader.ReadInt32()];
                for (int i = 0; i < dimensions.Length; i++) dimensions[i] = reader.ReadInt32();
                return new VectorDataViewType((PrimitiveDataViewType)Read(reader), dimensions);
            case Key:
                ulong count = reader.ReadUInt64();
                return new KeyDataViewType(TypeQueries.TypeOf((DataKind)reader.ReadInt32()).RawType, count);
            case Scalar:
                return TypeQueries.TypeOf((DataKind)reader.ReadInt32());
            case byte tag:
                throw Check.ExceptDecode($"Unknown type tag {tag} in the model");
        }
    }

    private static DataKind KindOf(Type rawType) =>
        Enum.GetValues<DataKind>().FirstOrDefault(kind => kind != 0 && TypeQueries.TypeOf(kind).RawType == rawType) is var found and not 0
            ? found
            : throw Check.Except($"Values of type {rawType} cannot be saved in a model");
}
