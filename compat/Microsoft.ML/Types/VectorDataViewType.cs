namespace Microsoft.ML.Data;

public sealed class VectorDataViewType : StructuredDataViewType
{
    public VectorDataViewType(PrimitiveDataViewType itemType, int size = 0)
        : base(RawTypeOf(itemType))
    {
        Check.Param(size >= 0, nameof(size), "The size must not be negative");
        ItemType = itemType;
        Size = size;
        Dimensions = [size];
    }

    public VectorDataViewType(PrimitiveDataViewType itemType, params int[] dimensions)
        : this(itemType, Checked(dimensions))
    {
    }

    public VectorDataViewType(PrimitiveDataViewType itemType, ImmutableArray<int> dimensions)
        : base(RawTypeOf(itemType))
    {
        Check.Param(!dimensions.IsDefaultOrEmpty, nameof(dimensions), "Need at least one dimension");
        Check.Param(dimensions.All(d => d >= 0), nameof(dimensions), "No dimension may be negative");
        ItemType = itemType;
        Dimensions = dimensions;
        int size = 1;
        foreach (int d in dimensions)
            size = checked(size * d);
        Size = size;
    }

    public ImmutableArray<int> Dimensions { get; }

    public PrimitiveDataViewType ItemType { get; }

    public bool IsKnownSize => Size > 0;

    public int Size { get; }

    public override bool Equals(DataViewType other) =>
        ReferenceEquals(this, other)
        || (other is VectorDataViewType vector && ItemType.Equals(vector.ItemType) && Dimensions.AsSpan().SequenceEqual(vector.Dimensions.AsSpan()));

    public override bool Equals(object other) => other is DataViewType type && Equals(type);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(ItemType);
        foreach (int d in Dimensions)
            hash.Add(d);
        return hash.ToHashCode();
    }

    public override string ToString()
    {
        if (Dimensions.Length == 1)
            return Size == 0 ? $"Vector<{ItemType}>" : $"Vector<{ItemType}, {Size.ToString(CultureInfo.InvariantCulture)}>";
        return $"Vector<{ItemType}, {string.Join(", ", Dimensions.Select(d => d == 0 ? "*" : d.ToString(CultureInfo.InvariantCulture)))}>";
    }

    private static ImmutableArray<int> Checked(int[] dimensions)
    {
        Check.Value(dimensions, nameof(dimensions));
        return [.. dimensions];
    }

    private static Type RawTypeOf(PrimitiveDataViewType itemType)
    {
        Check.Value(itemType, nameof(itemType));
        return typeof(VBuffer<>).MakeGenericType(itemType.RawType);
    }
}
