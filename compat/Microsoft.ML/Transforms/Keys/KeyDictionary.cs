using Microsoft.ML.Binary;

namespace Microsoft.ML.Transforms;

/// <summary>The values that have a key, in the order of their keys.</summary>
internal abstract class KeyDictionary(PrimitiveDataViewType itemType)
{
    public PrimitiveDataViewType ItemType => itemType;

    public abstract int Count { get; }

    public KeyDataViewType KeyType => new(typeof(uint), Math.Max(Count, 1));

    /// <summary>The key of each value of a column, 0 where it has none.</summary>
    public abstract Delegate MakeGetter(DataViewRow input, DataViewSchema.Column column);

    public abstract void AddKeyValues(DataViewSchema.Annotations.Builder annotations, bool asText);

    public abstract void Save(BinaryWriter writer);

    public static KeyDictionary Load(BinaryReader reader)
    {
        var type = (PrimitiveDataViewType)SchemaFormat.ReadType(reader);
        return OfType(typeof(KeyDictionary<>), type.RawType, type, reader);
    }

    /// <summary>Collects the values of a column of a view: at most <paramref name="maximum"/> of them.</summary>
    public static KeyDictionary Learn(IDataView data, DataViewSchema.Column column, int maximum, bool sorted)
    {
        var type = (PrimitiveDataViewType)column.Type.ItemTypeOrSelf();
        return OfType(typeof(KeyDictionary<>), type.RawType, type, data, column, maximum, sorted);
    }

    private static KeyDictionary OfType(Type open, Type raw, params object[] arguments) =>
        (KeyDictionary)Activator.CreateInstance(open.MakeGenericType(raw), BindingFlags.DoNotWrapExceptions | BindingFlags.Instance | BindingFlags.Public, null, arguments, null);
}
