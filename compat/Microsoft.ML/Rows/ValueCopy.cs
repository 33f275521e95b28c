namespace Microsoft.ML.Rows;

/// <summary>Copies a cell's value so that the target shares no arrays with the source.</summary>
internal delegate void ValueCopy<T>(in T source, ref T target);

internal static class ValueCopy
{
    private static readonly MethodInfo VectorMethod = typeof(ValueCopy).GetMethod(nameof(CopyVector), BindingFlags.NonPublic | BindingFlags.Static);

    public static ValueCopy<T> For<T>() => typeof(T).IsGenericType && typeof(T).GetGenericTypeDefinition() == typeof(VBuffer<>)
        ? VectorMethod.MakeGenericMethod(typeof(T).GetGenericArguments()).CreateDelegate<ValueCopy<T>>()
        : (in T source, ref T target) => target = source;

    private static void CopyVector<TItem>(in VBuffer<TItem> source, ref VBuffer<TItem> target) => source.CopyTo(ref target);
}
