using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>What the types of the format are in bytes and in TorchSharp.</summary>
internal static class SafetensorsTypes
{
    private static readonly (SafetensorsType Type, string Name, int Size, ScalarType Scalar)[] s_all =
    [
        (SafetensorsType.Bool, "BOOL", 1, ScalarType.Bool),
        (SafetensorsType.U8, "U8", 1, ScalarType.Byte),
        (SafetensorsType.I8, "I8", 1, ScalarType.Int8),
        (SafetensorsType.I16, "I16", 2, ScalarType.Int16),
        (SafetensorsType.I32, "I32", 4, ScalarType.Int32),
        (SafetensorsType.I64, "I64", 8, ScalarType.Int64),
        (SafetensorsType.F16, "F16", 2, ScalarType.Float16),
        (SafetensorsType.BF16, "BF16", 2, ScalarType.BFloat16),
        (SafetensorsType.F32, "F32", 4, ScalarType.Float32),
        (SafetensorsType.F64, "F64", 8, ScalarType.Float64),
    ];

    /// <summary>The name in the header.</summary>
    public static string NameOf(SafetensorsType type) => s_all[(int)type].Name;

    /// <summary>The bytes of a number.</summary>
    public static int SizeOf(SafetensorsType type) => s_all[(int)type].Size;

    /// <summary>TorchSharp's type.</summary>
    public static ScalarType ScalarOf(SafetensorsType type) => s_all[(int)type].Scalar;

    /// <summary>The type of a name in the header; null for one that TorchSharp has no numbers for.</summary>
    public static SafetensorsType? Find(string? name) => Array.FindIndex(s_all, entry => entry.Name == name) is >= 0 and var index ? (SafetensorsType)index : null;

    /// <summary>The type of a tensor; null for one that the format has no name for, such as complex numbers.</summary>
    public static SafetensorsType? Find(ScalarType scalar) =>
        Array.FindIndex(s_all, entry => entry.Scalar == scalar) is >= 0 and var index ? (SafetensorsType)index : null;

    /// <summary>The names, for messages.</summary>
    public static string Known => string.Join(", ", s_all.Select(entry => entry.Name));
}
