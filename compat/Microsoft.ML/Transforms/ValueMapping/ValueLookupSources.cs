namespace Microsoft.ML.Transforms;

/// <summary>Makes lookups from a saved model, from a view, and from pairs of .NET values.</summary>
internal static class ValueLookupSources
{
    internal static ValueLookup ScalarFromReader<TKey, TValue>(BinaryReader reader, PrimitiveDataViewType keyType, DataViewType cellType)
    {
        TKey[] keys = ValueArray.Read<TKey>(reader);
        return new ScalarLookup<TKey, TValue>(keyType, (PrimitiveDataViewType)cellType, keys, ValueArray.Read<TValue>(reader));
    }

    internal static ValueLookup NumberedFromReader<TKey, TValue>(BinaryReader reader, PrimitiveDataViewType keyType, DataViewType cellType)
    {
        TKey[] keys = ValueArray.Read<TKey>(reader);
        return new NumberedLookup<TKey, TValue>(keyType, (PrimitiveDataViewType)cellType, keys, ValueArray.Read<TValue>(reader));
    }

    internal static ValueLookup VectorFromReader<TKey, TValue>(BinaryReader reader, PrimitiveDataViewType keyType, DataViewType cellType)
    {
        TKey[] keys = ValueArray.Read<TKey>(reader);
        return new VectorLookup<TKey, TValue>(keyType, (VectorDataViewType)cellType, keys, [.. keys.Select(_ => ValueArray.Read<TValue>(reader))]);
    }

    /// <summary>A lookup of two columns of a view.</summary>
    public static ValueLookup FromView(IDataView map, DataViewSchema.Column keyColumn, DataViewSchema.Column valueColumn)
    {
        if (keyColumn.Type is not PrimitiveDataViewType keyType) throw Check.ExceptSchemaMismatch(nameof(map), "key", keyColumn.Name, "scalar", keyColumn.Type.ToString());
        return ValueLookup.Make(nameof(FromColumns), keyType.RawType, valueColumn.Type.ItemTypeOrSelf().RawType, map, keyColumn, valueColumn);
    }

    /// <summary>A lookup of pairs whose types are standard .NET types; strings become text.</summary>
    public static ValueLookup FromPairs<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> pairs, bool numbered)
    {
        var list = pairs.ToArray();
        PrimitiveDataViewType keyType = TypeOf<TKey>(), valueType = TypeOf<TValue>();
        return ValueLookup.Make(numbered ? nameof(NumberedOf) : nameof(ScalarOf), keyType.RawType, valueType.RawType,
            keyType, valueType, Raw(list.Select(p => p.Key)), Raw(list.Select(p => p.Value)));
    }

    /// <summary>A lookup of pairs whose values are arrays.</summary>
    public static ValueLookup FromPairs<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue[]>> pairs)
    {
        var list = pairs.ToArray();
        PrimitiveDataViewType keyType = TypeOf<TKey>(), valueType = TypeOf<TValue>();
        return ValueLookup.Make(nameof(VectorOf), keyType.RawType, valueType.RawType,
            keyType, new VectorDataViewType(valueType), Raw(list.Select(p => p.Key)), list.Select(p => Raw(p.Value)).ToArray());
    }

    private static ScalarLookup<TKey, TValue> ScalarOf<TKey, TValue>(PrimitiveDataViewType keyType, PrimitiveDataViewType valueType, Array keys, Array values) =>
        new(keyType, valueType, (TKey[])keys, (TValue[])values);

    private static NumberedLookup<TKey, TValue> NumberedOf<TKey, TValue>(PrimitiveDataViewType keyType, PrimitiveDataViewType valueType, Array keys, Array values) =>
        new(keyType, valueType, (TKey[])keys, (TValue[])values);

    private static VectorLookup<TKey, TValue> VectorOf<TKey, TValue>(PrimitiveDataViewType keyType, VectorDataViewType valueType, Array keys, Array[] values) =>
        new(keyType, valueType, (TKey[])keys, [.. values.Cast<TValue[]>()]);

    private static ValueLookup FromColumns<TKey, TValue>(IDataView map, DataViewSchema.Column keyColumn, DataViewSchema.Column valueColumn)
    {
        var keyType = (PrimitiveDataViewType)keyColumn.Type;
        var keys = new List<TKey>();
        using var cursor = map.GetRowCursor([keyColumn, valueColumn]);
        var getKey = cursor.GetGetter<TKey>(keyColumn);
        var key = default(TKey);
        if (valueColumn.Type is not VectorDataViewType vectorType)
        {
            var values = new List<TValue>();
            var getValue = cursor.GetGetter<TValue>(valueColumn);
            while (cursor.MoveNext())
            {
                var value = default(TValue);
                getKey(ref key);
                getValue(ref value);
                keys.Add(key);
                values.Add(value);
            }

            return new ScalarLookup<TKey, TValue>(keyType, (PrimitiveDataViewType)valueColumn.Type, [.. keys], [.. values]);
        }

        var cells = new List<TValue[]>();
        var getCell = cursor.GetGetter<VBuffer<TValue>>(valueColumn);
        var cell = default(VBuffer<TValue>);
        while (cursor.MoveNext())
        {
            getKey(ref key);
            getCell(ref cell);
            keys.Add(key);
            cells.Add([.. cell.DenseValues()]);
        }

        return new VectorLookup<TKey, TValue>(keyType, vectorType, [.. keys], [.. cells]);
    }

    private static PrimitiveDataViewType TypeOf<T>() =>
        TypeQueries.StandardTypeOf(typeof(T)) ?? throw Check.Except($"Values of type {typeof(T)} cannot be in a column");

    private static Array Raw<T>(IEnumerable<T> values) =>
        values is IEnumerable<string> texts ? texts.Select(text => text.AsMemory()).ToArray() : values.ToArray();
}
