namespace Microsoft.ML.Data;

[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property, AllowMultiple = false, Inherited = true)]
public sealed class VectorTypeAttribute : Attribute
{
    public VectorTypeAttribute()
    {
    }

    public VectorTypeAttribute(int size)
    {
        Check.Param(size >= 0, nameof(size), "The size must not be negative");
        Dimensions = [size];
    }

    public VectorTypeAttribute(params int[] dimensions)
    {
        Check.Value(dimensions, nameof(dimensions));
        Check.Param(dimensions.All(d => d >= 0), nameof(dimensions), "No dimension may be negative");
        Dimensions = dimensions;
    }

    internal int[] Dimensions { get; }
}
