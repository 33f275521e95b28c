namespace TorchSharp;

public static partial class torch
{
    private static ScalarType defaultDtype = ScalarType.Float32;

    private static Device? chosenDevice;

    private static Device DefaultDevice => chosenDevice ?? CPU;

    public static ScalarType get_default_dtype() => defaultDtype;

    public static void set_default_dtype(ScalarType dtype) =>
        defaultDtype = is_floating_point(dtype) ? dtype : throw new ArgumentException("only floating-point types are supported as the default type");

    public static Device get_default_device() => DefaultDevice;

    public static void set_default_device(Device device) => chosenDevice = InitializeDevice(device);

    public static void set_default_device(string device) => set_default_device(new Device(device));

    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Aten.arange_start_step, [start, stop, step], dtype ?? RangeDtype(start, stop, step), device, requires_grad);

    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Aten.linspace, [start, end, steps], dtype, device, requires_grad);

    public static Tensor logspace(double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Aten.logspace, [start, end, steps, @base], dtype, device, requires_grad);

    public static Tensor eye(long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Named(Made(Aten.eye_m, [rows, columns < 0 ? rows : columns], dtype, device, requires_grad), names);

    public static Tensor tril_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Made(Aten.tril_indices, [row, col, offset], dtype, device, false);

    public static Tensor triu_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Made(Aten.triu_indices, [row, col, offset], dtype, device, false);

    public static Tensor complex(Tensor real, Tensor imag) => Aten.complex.Call(real, imag);

    public static Tensor polar(Tensor abs, Tensor angle) => Aten.polar.Call(abs, angle);

    public static Tensor empty_strided(long[] size, long[] strides, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Named(Made(Aten.empty_strided, [size, strides], dtype, device, requires_grad), names);

    /// <summary>Calls a factory: its own arguments, then dtype, layout and device.</summary>
    internal static Tensor Made(Operator factory, ReadOnlySpan<Arg> own, ScalarType? dtype, Device? device, bool requiresGrad)
    {
        Span<Arg> args = new Arg[own.Length + 3];
        own.CopyTo(args);
        args[own.Length] = dtype ?? defaultDtype;
        args[own.Length + 2] = InitializeDevice(device);
        Tensor made = factory.Call(args);
        return requiresGrad ? made.requires_grad_() : made;
    }

    private static Tensor Sized(Operator factory, ReadOnlySpan<long> size, ReadOnlySpan<Arg> own, ScalarType? dtype, Device? device, bool requiresGrad, string[]? names) =>
        Named(Made(factory, [size, .. own], dtype, device, requiresGrad), names);

    private static Tensor Named(Tensor tensor, string[]? names) => names is null ? tensor : tensor.rename_(names);

    private static ScalarType DtypeOf(Scalar value) =>
        is_complex(value.Type) ? ScalarType.ComplexFloat32 : value.Type == ScalarType.Bool ? ScalarType.Bool : is_integral(value.Type) ? ScalarType.Int64 : defaultDtype;

    private static ScalarType RangeDtype(params ReadOnlySpan<Scalar> ends)
    {
        foreach (Scalar end in ends)
            if (!is_integral(end.Type)) return defaultDtype;
        return ScalarType.Int64;
    }
}
