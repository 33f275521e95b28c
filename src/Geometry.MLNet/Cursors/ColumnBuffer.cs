using System.Reflection;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>
/// Keeps the values of one column of the rows that were read ahead, so that a row can be served after its source has moved on.
/// </summary>
internal abstract class ColumnBuffer
{
    /// <summary>Makes the buffer of an active column.</summary>
    public static ColumnBuffer Create(DataViewRow source, DataViewSchema.Column column, int capacity) =>
        (ColumnBuffer)Factory.MakeGenericMethod(column.Type.RawType).Invoke(null, [source, column, capacity])!;

    /// <summary>Takes over the value of the source's current row.</summary>
    public abstract void Store(int slot);

    /// <summary>A getter of the value in the slot that <paramref name="current"/> names, or null when the type is another.</summary>
    public abstract ValueGetter<TValue>? Getter<TValue>(Func<int> current);

    private static readonly MethodInfo Factory = typeof(ColumnBuffer).GetMethod(nameof(CreateTyped), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static ColumnBuffer CreateTyped<T>(DataViewRow source, DataViewSchema.Column column, int capacity)
    {
        ValueGetter<T> getter = source.GetGetter<T>(column);
        if (column.Type is VectorDataViewType vector)
        {
            Type typed = typeof(VectorColumnBuffer<>).MakeGenericType(vector.ItemType.RawType);
            return (ColumnBuffer)Activator.CreateInstance(typed, getter, capacity)!;
        }

        return new ScalarColumnBuffer<T>(getter, capacity);
    }
}

/// <summary>Keeps values that are copied by assignment.</summary>
internal sealed class ScalarColumnBuffer<T>(ValueGetter<T> source, int capacity) : ColumnBuffer
{
    private readonly T[] _values = new T[capacity];

    public override void Store(int slot) => source(ref _values[slot]);

    public override ValueGetter<TValue>? Getter<TValue>(Func<int> current) =>
        (ValueGetter<T>)((ref T value) => value = _values[current()]) as ValueGetter<TValue>;
}

/// <summary>Keeps vectors, whose arrays belong to the buffer and are used again batch after batch.</summary>
internal sealed class VectorColumnBuffer<T>(ValueGetter<VBuffer<T>> source, int capacity) : ColumnBuffer
{
    private readonly VBuffer<T>[] _values = new VBuffer<T>[capacity];

    public override void Store(int slot) => source(ref _values[slot]);

    public override ValueGetter<TValue>? Getter<TValue>(Func<int> current) =>
        (ValueGetter<VBuffer<T>>)((ref VBuffer<T> value) => _values[current()].CopyTo(ref value)) as ValueGetter<TValue>;
}
