namespace Microsoft.ML.Data;

/// <summary>Questions that stock components ask of a column's type.</summary>
internal static class TypeQueries
{
    public static DataViewType ItemTypeOrSelf(this DataViewType type) => type is VectorDataViewType vector ? vector.ItemType : type;

    /// <summary>Number of values in a cell: 1 for a scalar, the size of a vector, 0 when that varies.</summary>
    public static int ValueCount(this DataViewType type) => type is VectorDataViewType vector ? vector.Size : 1;

    public static bool IsStandardScalar(this DataViewType type) =>
        type is NumberDataViewType or TextDataViewType or BooleanDataViewType or RowIdDataViewType
            or TimeSpanDataViewType or DateTimeDataViewType or DateTimeOffsetDataViewType;

    /// <summary>The cardinality of a key or a vector of keys, 0 for other types.</summary>
    public static ulong KeyCountOf(this DataViewType type) => type.ItemTypeOrSelf() is KeyDataViewType key ? key.Count : 0;

    /// <summary>The stock type of a raw .NET type, or null.</summary>
    public static PrimitiveDataViewType StandardTypeOf(Type rawType)
    {
        if (rawType == typeof(string) || rawType == typeof(ReadOnlyMemory<char>))
            return TextDataViewType.Instance;
        if (rawType == typeof(TimeSpan))
            return TimeSpanDataViewType.Instance;
        if (rawType == typeof(DateTimeOffset))
            return DateTimeOffsetDataViewType.Instance;
        if (rawType == typeof(DataViewRowId))
            return RowIdDataViewType.Instance;
        if (rawType.IsEnum)
            return null;
        return Type.GetTypeCode(rawType) switch
        {
            TypeCode.Boolean => BooleanDataViewType.Instance,
            TypeCode.SByte => NumberDataViewType.SByte,
            TypeCode.Byte => NumberDataViewType.Byte,
            TypeCode.Int16 => NumberDataViewType.Int16,
            TypeCode.UInt16 => NumberDataViewType.UInt16,
            TypeCode.Int32 => NumberDataViewType.Int32,
            TypeCode.UInt32 => NumberDataViewType.UInt32,
            TypeCode.Int64 => NumberDataViewType.Int64,
            TypeCode.UInt64 => NumberDataViewType.UInt64,
            TypeCode.Single => NumberDataViewType.Single,
            TypeCode.Double => NumberDataViewType.Double,
            TypeCode.DateTime => DateTimeDataViewType.Instance,
            _ => null,
        };
    }

    public static PrimitiveDataViewType TypeOf(DataKind kind) => kind switch
    {
        DataKind.SByte => NumberDataViewType.SByte,
        DataKind.Byte => NumberDataViewType.Byte,
        DataKind.Int16 => NumberDataViewType.Int16,
        DataKind.UInt16 => NumberDataViewType.UInt16,
        DataKind.Int32 => NumberDataViewType.Int32,
        DataKind.UInt32 => NumberDataViewType.UInt32,
        DataKind.Int64 => NumberDataViewType.Int64,
        DataKind.UInt64 => NumberDataViewType.UInt64,
        DataKind.Single => NumberDataViewType.Single,
        DataKind.Double => NumberDataViewType.Double,
        DataKind.String => TextDataViewType.Instance,
        DataKind.Boolean => BooleanDataViewType.Instance,
        DataKind.TimeSpan => TimeSpanDataViewType.Instance,
        DataKind.DateTime => DateTimeDataViewType.Instance,
        DataKind.DateTimeOffset => DateTimeOffsetDataViewType.Instance,
        _ => throw Check.ExceptParam(nameof(kind), $"Unknown data kind {kind}"),
    };
}
