using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    public static unsafe Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        ScalarType type = ElementTypeOf(rawArray);
        long[] sizes = [.. Enumerable.Range(0, rawArray.Rank).Select(rawArray.GetLongLength)];
        fixed (byte* data = &MemoryMarshal.GetArrayDataReference(rawArray))
            return Finished(Copied(data, sizes, type), dtype, device, requires_grad, names);
    }

    /// <summary>A tensor over the array itself: what is written to one is seen in the other.</summary>
    public static unsafe Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        int width = ElementTypeOf(rawArray).ElementSize();
        long available = rawArray.LongLength * width;
        if (offset < 0 || offset * width >= available) throw new ArgumentException($"Offset {offset} is outside of the buffer of {rawArray.LongLength} elements.", nameof(offset));
        if (count < 0) count = (available - offset * width) / dtype.ElementSize();
        if (offset * width + count * dtype.ElementSize() > available) throw new ArgumentException($"The buffer is too small for {count} elements of {dtype} from offset {offset}.", nameof(count));
        GCHandle pin = GCHandle.Alloc(rawArray, GCHandleType.Pinned);
        nint made = Shim.OverMemory((byte*)pin.AddrOfPinnedObject() + offset * width, &count, 1, (int)dtype, &Unpin, GCHandle.ToIntPtr(pin));
        if (made == 0)
        {
            pin.Free();
            throw Shim.Failure();
        }
        Tensor tensor = new(made);
        return requires_grad ? tensor.requires_grad_() : tensor;
    }

    [UnmanagedCallersOnly]
    private static void Unpin(nint pin) => GCHandle.FromIntPtr(pin).Free();

    private static unsafe Tensor FromSpan<T>(ReadOnlySpan<T> values, ReadOnlySpan<long> sizes, ScalarType? dtype, Device? device, bool requiresGrad, string[]? names) where T : unmanaged
    {
        long count = 1;
        foreach (long size in sizes) count *= size;
        if (count != values.Length) throw new ArgumentException($"mismatched total size creating a tensor from an array: {values.Length} values for {count} elements");
        fixed (T* data = values) return Finished(Copied(data, sizes, Tensor.ScalarTypeOf(typeof(T))!.Value), dtype, device, requiresGrad, names);
    }

    private static unsafe Tensor Copied(void* data, ReadOnlySpan<long> sizes, ScalarType type)
    {
        fixed (long* s = sizes) return Shim.Check(Shim.FromMemory(data, s, sizes.Length, (int)type));
    }

    private static Tensor Finished(Tensor made, ScalarType? dtype, Device? device, bool requiresGrad, string[]? names)
    {
        Device place = InitializeDevice(device);
        if ((dtype is { } type && type != made.dtype) || place.type != DeviceType.CPU)
        {
            Tensor raw = made;
            made = raw.to(dtype ?? raw.dtype, place);
            raw.Dispose();
        }
        if (requiresGrad) made.requires_grad_();
        return Named(made, names);
    }

    private static ScalarType ElementTypeOf(Array array) =>
        Tensor.ScalarTypeOf(array.GetType().GetElementType()!)
            ?? throw new ArgumentException($"Cannot make a tensor of elements of type {array.GetType().GetElementType()!.Name}.");

    private static ReadOnlySpan<T> Flat<T>(IList<T> values) => values is T[] array ? array : values is List<T> list ? CollectionsMarshal.AsSpan(list) : values.ToArray();
}
