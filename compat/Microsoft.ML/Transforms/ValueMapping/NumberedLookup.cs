using Microsoft.ML.Binary;

namespace Microsoft.ML.Transforms;

/// <summary>A table whose cells are single values, given out as keys in the order in which the values first occur.</summary>
internal sealed class NumberedLookup<TKey, TValue> : ValueLookup
{
    private readonly TKey[] _keys;
    private readonly TValue[] _values;
    private readonly TValue[] _distinct;
    private readonly Dictionary<TKey, uint> _map;
    private readonly PrimitiveDataViewType _valueType;

    public NumberedLookup(PrimitiveDataViewType keyType, PrimitiveDataViewType valueType, TKey[] keys, TValue[] values)
        : base(keyType, new KeyDataViewType(typeof(uint), Math.Max(values.Distinct(ValueTraits<TValue>.Equality).Count(), 1)))
    {
        _keys = keys;
        _values = values;
        _valueType = valueType;
        _distinct = [.. values.Distinct(ValueTraits<TValue>.Equality)];
        var numbers = new Dictionary<TValue, uint>(ValueTraits<TValue>.Equality);
        foreach (TValue value in _distinct) numbers.Add(value, (uint)numbers.Count + 1);
        _map = LookupTable.Of(keys, [.. values.Select(value => numbers[value])]);
    }

    public override PrimitiveDataViewType KeyValueType => _valueType;

    public override Delegate MakeGetter(DataViewRow input, DataViewSchema.Column column) =>
        ElementwiseMapping.Getter<TKey, uint>(input, column, key => _map.GetValueOrDefault(key));

    public override void AddKeyValues(DataViewSchema.Annotations.Builder annotations) =>
        AnnotationVector.Add(annotations, AnnotationKinds.KeyValues, _valueType, _distinct);

    public override void Save(BinaryWriter writer)
    {
        writer.Write(LookupFormat.Numbered);
        SchemaFormat.WriteType(writer, KeyType);
        SchemaFormat.WriteType(writer, _valueType);
        ValueArray.Write(writer, _keys);
        ValueArray.Write(writer, _values);
    }
}
