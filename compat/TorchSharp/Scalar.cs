using System.Numerics;

namespace TorchSharp;

/// <summary>A number for an operator. As in libtorch, its type is one of Int64, Float64, Bool and ComplexFloat64, whatever it was made from.</summary>
public sealed class Scalar : IDisposable
{
    internal readonly ArgKind Kind;
    internal readonly long Bits;
    internal readonly double Imaginary;

    private Scalar(torch.ScalarType type, ArgKind kind, long bits, double imaginary = 0) =>
        (Type, Kind, Bits, Imaginary) = (type, kind, bits, imaginary);

    internal Scalar(torch.ScalarType type, double value) : this(type, ArgKind.Double, BitConverter.DoubleToInt64Bits(value)) { }

    internal Scalar(torch.ScalarType type, long value) : this(type, ArgKind.Int, value) { }

    internal Scalar(torch.ScalarType type, double real, double imaginary) : this(type, ArgKind.Complex, BitConverter.DoubleToInt64Bits(real), imaginary) { }

    public torch.ScalarType Type { get; }

    internal double Real => Kind is ArgKind.Double or ArgKind.Complex ? BitConverter.Int64BitsToDouble(Bits) : Bits;

    internal long Whole => Kind is ArgKind.Double or ArgKind.Complex ? (long)Real : Bits;

    public static implicit operator Scalar(byte value) => new(torch.ScalarType.Int64, (long)value);
    public static implicit operator Scalar(sbyte value) => new(torch.ScalarType.Int64, (long)value);
    public static implicit operator Scalar(short value) => new(torch.ScalarType.Int64, (long)value);
    public static implicit operator Scalar(int value) => new(torch.ScalarType.Int64, (long)value);
    public static implicit operator Scalar(long value) => new(torch.ScalarType.Int64, value);
    public static implicit operator Scalar(Half value) => new(torch.ScalarType.Float64, (double)value);
    public static implicit operator Scalar(float value) => new(torch.ScalarType.Float64, (double)value);
    public static implicit operator Scalar(double value) => new(torch.ScalarType.Float64, value);
    public static implicit operator Scalar(bool value) => new(torch.ScalarType.Bool, ArgKind.Bool, value ? 1 : 0);
    public static implicit operator Scalar((float, float) value) => new(torch.ScalarType.ComplexFloat64, value.Item1, value.Item2);
    public static implicit operator Scalar(Complex value) => new(torch.ScalarType.ComplexFloat64, value.Real, value.Imaginary);

    /// <summary>Nothing native stands behind a scalar here; the method is there because the real one has to be disposed.</summary>
    public void Dispose() { }
}
