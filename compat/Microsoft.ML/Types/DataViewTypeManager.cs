namespace Microsoft.ML.Data;

public static class DataViewTypeManager
{
    private static readonly Lock Gate = new();
    private static readonly List<(DataViewType Type, Type RawType, Attribute[] Attributes)> Registered = [];

    public static void Register(DataViewType dataViewType, Type type, DataViewTypeAttribute typeAttribute = null) =>
        Register(dataViewType, type, typeAttribute is null ? [] : (IEnumerable<Attribute>)[typeAttribute]);

    public static void Register(DataViewType dataViewType, Type type, IEnumerable<Attribute> typeAttributes)
    {
        Check.Value(dataViewType, nameof(dataViewType));
        Check.Value(type, nameof(type));
        var attributes = typeAttributes?.ToArray() ?? [];
        if (TypeQueries.StandardTypeOf(type) is not null && attributes.Length == 0)
            throw Check.ExceptParam(nameof(type), $"Type {type} has been registered as ML.NET's default supported type, so it can't not be registered again.");
        lock (Gate)
        {
            foreach (var known in Registered)
            {
                bool sameKey = known.RawType == type && SameSet(known.Attributes, attributes);
                if (sameKey && known.Type.Equals(dataViewType))
                    return;
                if (sameKey)
                    throw Check.ExceptParam(nameof(type), $"Type {type} with these attributes has been registered as {known.Type}");
            }
            Registered.Add((dataViewType, type, attributes));
        }
    }

    /// <summary>The registered type of a member with these attributes, or null.</summary>
    internal static DataViewType Find(Type rawType, IEnumerable<Attribute> attributes)
    {
        var wanted = attributes.ToArray();
        lock (Gate)
        {
            foreach (var known in Registered)
            {
                if (known.RawType == rawType && SameSet(known.Attributes, wanted))
                    return known.Type;
            }
        }
        return null;
    }

    private static bool SameSet(Attribute[] a, Attribute[] b) => a.Length == b.Length && a.All(x => b.Any(y => x.Equals(y)));
}
