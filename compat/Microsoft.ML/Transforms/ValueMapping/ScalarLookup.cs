using Microsoft.ML.Binary;

namespace Microsoft.ML.Transforms;

/// <summary>A table whose cells are single values.</summary>
internal sealed class ScalarLookup<TKey, TValue>(PrimitiveDataViewType keyType, PrimitiveDataViewType valueType, TKey[] keys, TValue[] values)
    : ValueLookup(keyType, valueType)
{
    private readonly Dictionary<TKey, TValue> _map = LookupTable.Of(keys, values);

    public override PrimitiveDataViewType KeyValueType => null;

    public override Delegate MakeGetter(DataViewRow input, DataViewSchema.Column column) =>
        ElementwiseMapping.Getter<TKey, TValue>(input, column, key => _map.TryGetValue(key, out TValue value) ? value : ValueTraits<TValue>.Missing);

    public override void AddKeyValues(DataViewSchema.Annotations.Builder annotations)
    {
    }

    public override void Save(BinaryWriter writer)
    {
        writer.Write(LookupFormat.Scalar);
        SchemaFormat.WriteType(writer, KeyType);
        SchemaFormat.WriteType(writer, CellType);
        ValueArray.Write(writer, keys);
        ValueArray.Write(writer, values);
    }
}
