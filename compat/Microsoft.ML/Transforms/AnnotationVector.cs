namespace Microsoft.ML.Transforms;

/// <summary>Annotations that hold a vector of values.</summary>
internal static class AnnotationVector
{
    public static void Add<T>(DataViewSchema.Annotations.Builder annotations, string kind, PrimitiveDataViewType itemType, T[] values)
    {
        // A vector type of size zero would mean any size, so an empty annotation has one default value, as its key type has.
        T[] stored = values.Length == 0 ? new T[1] : values;
        annotations.Add(kind, new VectorDataViewType(itemType, stored.Length), (ref VBuffer<T> destination) =>
            VBuffer<T>.Copy(stored, 0, ref destination, stored.Length));
    }
}
