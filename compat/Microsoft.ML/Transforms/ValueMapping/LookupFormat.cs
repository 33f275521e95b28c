using Microsoft.ML.Binary;

namespace Microsoft.ML.Transforms;

/// <summary>The tags of the kinds of lookup in a saved model.</summary>
internal static class LookupFormat
{
    public const byte Scalar = 1;
    public const byte Numbered = 2;
    public const byte Vector = 3;

    public static ValueLookup Load(BinaryReader reader)
    {
        byte tag = reader.ReadByte();
        var keyType = (PrimitiveDataViewType)SchemaFormat.ReadType(reader);
        var cellType = SchemaFormat.ReadType(reader);
        string method = tag switch
        {
            Scalar => nameof(ValueLookupSources.ScalarFromReader),
            Numbered => nameof(ValueLookupSources.NumberedFromReader),
            Vector => nameof(ValueLookupSources.VectorFromReader),
            _ => throw Check.ExceptDecode($"Unknown kind of value mapping {tag} in the model"),
        };
        return ValueLookup.Make(method, keyType.RawType, cellType.ItemTypeOrSelf().RawType, reader, keyType, cellType);
    }
}
