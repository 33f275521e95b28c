namespace Microsoft.ML.Transforms;

/// <summary>A table from values of one type to cells of another.</summary>
internal abstract class ValueLookup(PrimitiveDataViewType keyType, DataViewType cellType)
{
    public PrimitiveDataViewType KeyType => keyType;

    /// <summary>The type of a cell; a key type when the cells are numbered.</summary>
    public DataViewType CellType => cellType;

    /// <summary>Looks up a value, or each value of a vector; one that is not in the table has no value.</summary>
    public abstract Delegate MakeGetter(DataViewRow input, DataViewSchema.Column column);

    public abstract void AddKeyValues(DataViewSchema.Annotations.Builder annotations);

    /// <summary>The type of the values behind a numbered cell, or null.</summary>
    public abstract PrimitiveDataViewType KeyValueType { get; }

    public abstract void Save(BinaryWriter writer);

    public DataViewType OutputType(DataViewType input)
    {
        if (input is not VectorDataViewType vector) return CellType;
        return CellType is PrimitiveDataViewType item ? new VectorDataViewType(item, vector.Dimensions)
            : throw Check.ExceptSchemaMismatch("inputSchema", "input", "vector", $"a single {KeyType}, as its values are vectors", input.ToString());
    }

    /// <summary>Makes a lookup with type arguments that are known as values only: the raw types of keys and of items.</summary>
    public static ValueLookup Make(string method, Type key, Type item, params object[] arguments) =>
        (ValueLookup)typeof(ValueLookupSources).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static).MakeGenericMethod(key, item)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
}
