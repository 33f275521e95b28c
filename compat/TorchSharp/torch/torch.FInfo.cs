namespace TorchSharp;

public static partial class torch
{
    /// <summary>The limits of a floating-point type.</summary>
    public struct FInfo
    {
        public int bits;
        public double eps, max, min, tiny, smallest_normal, resolution;
    }

    public static FInfo finfo() => finfo(get_default_dtype());

    public static FInfo finfo(ScalarType dtype)
    {
        (int bits, double eps, double max, double tiny, double resolution) = dtype switch
        {
            ScalarType.Float16 => (16, 0.0009765625, 65504, 6.103515625e-05, 0.001),
            ScalarType.BFloat16 => (16, 0.0078125, 3.3895313892515355e+38, 1.1754943508222875e-38, 0.01),
            ScalarType.Float32 or ScalarType.ComplexFloat32 => (32, Math.ScaleB(1, -23), (double)float.MaxValue, 1.1754943508222875e-38, 1e-06),
            ScalarType.Float64 or ScalarType.ComplexFloat64 => (64, Math.ScaleB(1, -52), double.MaxValue, 2.2250738585072014e-308, 1e-15),
            _ => throw new ArgumentException($"'{dtype}' is not a floating point type"),
        };
        return new FInfo { bits = bits, eps = eps, max = max, min = -max, tiny = tiny, smallest_normal = tiny, resolution = resolution };
    }
}
