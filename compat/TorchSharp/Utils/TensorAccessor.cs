using System.Collections;
using System.Runtime.InteropServices;

namespace TorchSharp.Utils;

/// <summary>
/// The elements of a tensor on the CPU, read and written in place, in the tensor's own (row-major) order. Once the tensor is disposed they
/// are gone, and every use throws. The methods keep the tensor alive until they are through: its finalizer would free the memory under them.
/// </summary>
public sealed unsafe class TensorAccessor<T> : IEnumerable<T>, IDisposable where T : unmanaged
{
    private readonly torch.Tensor tensor;
    private readonly T* start;
    private readonly long[] shape, strides;
    private readonly bool dense;
    private bool disposed;

    internal TensorAccessor(torch.Tensor tensor)
    {
        if (tensor.device_type != DeviceType.CPU) throw new InvalidOperationException("Reading data from non-CPU memory is not supported. Move or copy the tensor to the cpu before reading.");
        this.tensor = tensor;
        start = (T*)Shim.Data(tensor.Handle);
        (shape, strides, dense) = (tensor.shape, tensor.stride(), tensor.is_contiguous());
        Count = tensor.numel();
        if (start == null && Count > 0) throw Shim.Failure();
    }

    public long Count { get; }

    public bool IsReadOnly => false;

    public T this[params long[] indices]
    {
        get
        {
            T value = *Element(indices);
            GC.KeepAlive(this);
            return value;
        }
        set
        {
            *Element(indices) = value;
            GC.KeepAlive(this);
        }
    }

    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array);
        return array;
    }

    public Array ToNDArray()
    {
        if (shape.Length == 0) return ToArray();
        var array = Array.CreateInstance(typeof(T), shape);
        T[] flat = ToArray();
        fixed (T* from = flat)
        {
            ref byte to = ref MemoryMarshal.GetArrayDataReference(array);
            fixed (byte* target = &to) Buffer.MemoryCopy(from, target, Count * sizeof(T), Count * sizeof(T));
        }
        return array;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        int count = (int)Math.Min(array.Length - arrayIndex, Count - tensorIndex);
        if (dense) new ReadOnlySpan<T>(Live + tensorIndex, count).CopyTo(array[arrayIndex..]);
        else for (int i = 0; i < count; i++) array[arrayIndex + i] = *Element(tensorIndex + i);
        GC.KeepAlive(this);
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom(array.AsSpan(), arrayIndex, tensorIndex);

    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        int count = (int)Math.Min(array.Length - arrayIndex, Count - tensorIndex);
        for (int i = 0; i < count; i++) *Element(tensorIndex + i) = array[arrayIndex + i];
        GC.KeepAlive(this);
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (long i = 0; i < Count; i++) yield return At(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public static bool operator ==(TensorAccessor<T> left, TensorAccessor<T> right) => left.Equals(right);

    public static bool operator !=(TensorAccessor<T> left, TensorAccessor<T> right) => !left.Equals(right);

    public override bool Equals(object? obj) => obj is TensorAccessor<T> other && Count == other.Count && this.SequenceEqual(other);

    public override int GetHashCode() => HashCode.Combine(Count, (nint)start);

    public void Dispose() => disposed = true;

    private T* Live => disposed || tensor.IsInvalid ? throw new ObjectDisposedException(nameof(TensorAccessor<T>)) : start;

    private T At(long index)
    {
        T value = *Element(index);
        GC.KeepAlive(this);
        return value;
    }

    /// <summary>The element of a row-major position.</summary>
    private T* Element(long index)
    {
        if (index < 0 || index >= Count) throw new IndexOutOfRangeException($"Index {index} is outside of the tensor's {Count} elements.");
        if (dense) return Live + index;
        long offset = 0;
        for (int i = shape.Length - 1; i >= 0; i--)
        {
            offset += index % shape[i] * strides[i];
            index /= shape[i];
        }
        return Live + offset;
    }

    private T* Element(long[] indices)
    {
        if (indices.Length == 1) return Element(indices[0]);
        if (indices.Length != shape.Length) throw new ArgumentException($"The tensor has {shape.Length} dimensions, but {indices.Length} indices were given.");
        long offset = 0;
        for (int i = 0; i < indices.Length; i++)
        {
            if (indices[i] < 0 || indices[i] >= shape[i]) throw new IndexOutOfRangeException($"Index {indices[i]} is outside of dimension {i} of size {shape[i]}.");
            offset += indices[i] * strides[i];
        }
        return Live + offset;
    }
}
