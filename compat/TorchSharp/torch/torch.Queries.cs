namespace TorchSharp;

public static partial class torch
{
    /// <summary>The version of libtorch.</summary>
    public static unsafe string __version__ => System.Runtime.InteropServices.Marshal.PtrToStringUTF8((nint)Shim.Version())!;

    public static bool is_tensor(object obj) => obj is Tensor;

    public static bool is_complex(Tensor input) => is_complex(input.dtype);

    public static bool is_floating_point(Tensor input) => is_floating_point(input.dtype);

    public static bool is_integral(Tensor t) => is_integral(t.dtype);

    public static bool can_cast(ScalarType from, ScalarType to) => Aten.can_cast.Test(from, to);

    public static ScalarType promote_types(ScalarType type1, ScalarType type2) => (ScalarType)Aten.promote_types.Number(type1, type2).Whole;

    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) => (ScalarType)Aten.result_type_Tensor.Number(tensor1, tensor2).Whole;

    public static void _assert(bool condition, string message)
    {
        if (!condition) throw new InvalidOperationException(message);
    }

    public static void _assert(Func<bool> condition, string message) => _assert(condition(), message);

    public static Size broadcast_shapes(params long[][] shapes)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor[] metas = Array.ConvertAll(shapes, shape => empty(shape, device: META));
        return new Size(Aten.broadcast_tensors.CallList(metas)[0].shape);
    }

    public static class cuda
    {
        public static bool is_available() => false;

        public static bool is_cudnn_available() => false;

        public static int device_count() => 0;

        public static void manual_seed(long seed) => InitializeDeviceType(DeviceType.CUDA);

        public static void manual_seed_all(long seed) => InitializeDeviceType(DeviceType.CUDA);

        public static void synchronize(Device? device = null) => InitializeDeviceType(DeviceType.CUDA);
    }
}
