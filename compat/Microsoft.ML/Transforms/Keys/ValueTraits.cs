namespace Microsoft.ML.Transforms;

/// <summary>Equality, order and the missing value of the raw type of a column.</summary>
internal static class ValueTraits<T>
{
    public static readonly IEqualityComparer<T> Equality = typeof(T) == typeof(ReadOnlyMemory<char>)
        ? (IEqualityComparer<T>)(object)new TextOrder()
        : EqualityComparer<T>.Default;

    public static readonly IComparer<T> Order = typeof(T) == typeof(ReadOnlyMemory<char>)
        ? (IComparer<T>)(object)new TextOrder()
        : Comparer<T>.Default;

    public static readonly Predicate<T> IsMissing =
        typeof(T) == typeof(float) ? (Predicate<T>)(object)new Predicate<float>(float.IsNaN)
        : typeof(T) == typeof(double) ? (Predicate<T>)(object)new Predicate<double>(double.IsNaN)
        : typeof(T) == typeof(ReadOnlyMemory<char>) ? (Predicate<T>)(object)new Predicate<ReadOnlyMemory<char>>(text => text.IsEmpty)
        : _ => false;

    /// <summary>What a column holds where no value is known.</summary>
    public static readonly T Missing =
        typeof(T) == typeof(float) ? (T)(object)float.NaN
        : typeof(T) == typeof(double) ? (T)(object)double.NaN
        : default;
}
