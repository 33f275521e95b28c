using System.Runtime.InteropServices;

namespace TorchSharp;

internal enum ArgKind
{
    None, Tensor, Int, Double, Bool, Complex, IntList, DoubleList, TensorList, String, Generator, Device, BoolList, StringList
}

/// <summary>The form in which an argument crosses to native/shim.cpp.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeArg
{
    internal int Kind, Length;
    internal long Value;
    internal double Imaginary;
}

/// <summary>A result of an operator.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct Result
{
    internal readonly long Kind, Value;
    private readonly double imaginary;

    internal double Real => BitConverter.Int64BitsToDouble(Value);
    internal torch.Tensor Tensor => Value == 0 ? null! : new torch.Tensor((nint)Value);
    internal Scalar Scalar => (ArgKind)Kind switch
    {
        ArgKind.Int => Value,
        ArgKind.Bool => Value != 0,
        ArgKind.Complex => new System.Numerics.Complex(Real, imaginary),
        _ => Real,
    };
}

/// <summary>One argument of an operator; everything that a schema can ask for converts to it.</summary>
internal readonly struct Arg
{
    internal readonly object? Owner;
    internal readonly long Value;
    internal readonly double Imaginary;
    internal readonly ArgKind Kind;
    internal readonly int Length;

    internal static Arg None => default;

    private Arg(ArgKind kind, long value = 0, object? owner = null, int length = 0, double imaginary = 0) =>
        (Kind, Value, Owner, Length, Imaginary) = (kind, value, owner, length, imaginary);

    /// <summary>How many machine words the list or text behind this argument takes.</summary>
    internal int Words => Kind is ArgKind.String or ArgKind.StringList ? (Length + 7) / 8 : Kind is ArgKind.IntList or ArgKind.DoubleList or ArgKind.TensorList or ArgKind.BoolList ? Length : 0;

    internal static Arg List(IEnumerable<torch.Tensor> tensors) => tensors as torch.Tensor[] ?? [.. tensors];

    public static implicit operator Arg(torch.Tensor? t) => t is null ? default : new(ArgKind.Tensor, t.Handle, t);
    public static implicit operator Arg(long value) => new(ArgKind.Int, value);
    public static implicit operator Arg(double value) => new(ArgKind.Double, BitConverter.DoubleToInt64Bits(value));
    public static implicit operator Arg(bool value) => new(ArgKind.Bool, value ? 1 : 0);
    public static implicit operator Arg(long? value) => value is { } v ? v : default(Arg);
    public static implicit operator Arg(double? value) => value is { } v ? v : default(Arg);
    public static implicit operator Arg(bool? value) => value is { } v ? v : default(Arg);
    public static implicit operator Arg(torch.ScalarType value) => new(ArgKind.Int, (long)value);
    public static implicit operator Arg(torch.ScalarType? value) => value is { } v ? v : default(Arg);
    public static implicit operator Arg(long[]? values) => values is null ? default : new(ArgKind.IntList, 0, values, values.Length);
    public static implicit operator Arg(ReadOnlySpan<long> values) => values.ToArray();
    public static implicit operator Arg(double[]? values) => values is null ? default : new(ArgKind.DoubleList, 0, values, values.Length);
    public static implicit operator Arg(bool[]? values) => values is null ? default : new(ArgKind.BoolList, 0, values, values.Length);
    public static implicit operator Arg(torch.Tensor?[]? values) => values is null ? default : new(ArgKind.TensorList, 0, values, values.Length);
    public static implicit operator Arg(string? text) => text is null ? default : new(ArgKind.String, 0, text, System.Text.Encoding.UTF8.GetByteCount(text));
    public static implicit operator Arg(string[]? texts)
    {
        if (texts is null) return default;
        string joined = string.Concat(texts.Select(text => text + "\0"));
        return new(ArgKind.StringList, 0, joined, System.Text.Encoding.UTF8.GetByteCount(joined));
    }

    public static implicit operator Arg(torch.Generator? g) => g is null ? default : new(ArgKind.Generator, g.Handle, g);
    public static implicit operator Arg(torch.Device? d) => d is null ? default : new(ArgKind.Device, (long)d.type, null, d.index);
    public static implicit operator Arg(Scalar? s) => s is null ? default : new(s.Kind, s.Bits, null, 0, s.Imaginary);
}
