using Microsoft.ML.Binary;

namespace Microsoft.ML.Transforms;

/// <summary>A table whose cells are vectors.</summary>
internal sealed class VectorLookup<TKey, TValue>(PrimitiveDataViewType keyType, VectorDataViewType valueType, TKey[] keys, TValue[][] values)
    : ValueLookup(keyType, valueType)
{
    private readonly Dictionary<TKey, TValue[]> _map = LookupTable.Of(keys, values);

    public override PrimitiveDataViewType KeyValueType => null;

    public override Delegate MakeGetter(DataViewRow input, DataViewSchema.Column column)
    {
        var getter = input.GetGetter<TKey>(column);
        var key = default(TKey);
        return (ValueGetter<VBuffer<TValue>>)((ref VBuffer<TValue> destination) =>
        {
            getter(ref key);
            if (_map.TryGetValue(key, out TValue[] found)) VBuffer<TValue>.Copy(found, 0, ref destination, found.Length);
            else destination = VBufferEditor.Create(ref destination, valueType.Size, valuesCount: 0).Commit();
        });
    }

    public override void AddKeyValues(DataViewSchema.Annotations.Builder annotations)
    {
    }

    public override void Save(BinaryWriter writer)
    {
        writer.Write(LookupFormat.Vector);
        SchemaFormat.WriteType(writer, KeyType);
        SchemaFormat.WriteType(writer, CellType);
        ValueArray.Write(writer, keys);
        foreach (TValue[] cell in values) ValueArray.Write(writer, cell);
    }
}
