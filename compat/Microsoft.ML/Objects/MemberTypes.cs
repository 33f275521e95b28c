namespace Microsoft.ML.Data;

/// <summary>Which column type a member of a user's row type has, and which member types a column type fits.</summary>
internal static class MemberTypes
{
    public static DataViewType ColumnTypeOf(UserMember member)
    {
        var info = member.Info;
        var custom = info.GetCustomAttributes<DataViewTypeAttribute>().ToArray();
        foreach (var attribute in custom)
            attribute.Register();
        if (DataViewTypeManager.Find(member.Type, custom) is { } registered)
            return registered;

        bool isVector = TryVectorItem(member.Type, out var itemRaw);
        var item = TypeQueries.StandardTypeOf(isVector ? itemRaw : member.Type)
            ?? throw Check.ExceptParam("rawType", $"Could not determine an IDataView type and registered custom types for member {info.Name}");

        if (info.GetCustomAttribute<KeyTypeAttribute>() is { } key)
        {
            Check.Param(KeyDataViewType.IsValidDataType(item.RawType), "memberInfo", $"Member {info.Name} marked with KeyType attribute, but does not appear to be a valid kind of data for a key type");
            item = new KeyDataViewType(item.RawType, key.KeyCount.Count.Value);
        }

        var dimensions = info.GetCustomAttribute<VectorTypeAttribute>();
        if (!isVector)
        {
            Check.Param(dimensions is null, "memberInfo", $"Member {info.Name} marked with VectorType attribute, but does not appear to be a vector type");
            return item;
        }
        return dimensions?.Dimensions is { Length: > 0 } sizes ? new VectorDataViewType(item, sizes) : new VectorDataViewType(item);
    }

    /// <summary>The raw type that the cells of a column have when a member of this type holds them.</summary>
    public static Type RawTypeOf(Type memberType)
    {
        if (memberType == typeof(string))
            return typeof(ReadOnlyMemory<char>);
        return TryVectorItem(memberType, out var item)
            ? typeof(VBuffer<>).MakeGenericType(item == typeof(string) ? typeof(ReadOnlyMemory<char>) : item)
            : memberType;
    }

    public static bool Fits(DataViewType columnType, Type memberType) => RawTypeOf(memberType) == columnType.RawType;

    /// <summary>A getter of a constant value as a column of the given type yields it, or null when the value does not fit.</summary>
    public static Delegate RawGetter<T>(T value, DataViewType type)
    {
        if (typeof(T) == type.RawType)
        {
            var copy = Rows.ValueCopy.For<T>();
            return (ValueGetter<T>)((ref T dst) => copy(in value, ref dst));
        }
        return value switch
        {
            string text when type is TextDataViewType => (ValueGetter<ReadOnlyMemory<char>>)((ref ReadOnlyMemory<char> dst) => dst = text.AsMemory()),
            string[] texts when type is VectorDataViewType { ItemType: TextDataViewType } => VectorGetter(Array.ConvertAll(texts, t => t.AsMemory())),
            Array array when Fits(type, typeof(T)) => (Delegate)typeof(MemberTypes)
                .GetMethod(nameof(VectorGetter), BindingFlags.NonPublic | BindingFlags.Static)
                .MakeGenericMethod(typeof(T).GetElementType()).Invoke(null, [array]),
            _ => null,
        };
    }

    private static ValueGetter<VBuffer<TItem>> VectorGetter<TItem>(TItem[] values) =>
        (ref VBuffer<TItem> dst) => VBuffer<TItem>.Copy(values, 0, ref dst, values.Length);

    private static bool TryVectorItem(Type type, out Type item)
    {
        item = type.IsArray ? type.GetElementType()
            : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(VBuffer<>) ? type.GetGenericArguments()[0]
            : null;
        return item is not null;
    }
}
