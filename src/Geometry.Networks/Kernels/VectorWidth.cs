using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Geometry.Networks;

/// <summary>The vectors that matrix kernels use. All give the same bits.</summary>
internal enum VectorWidth
{
    /// <summary>Plain numbers.</summary>
    One = 1,

    /// <summary>Eight lanes and 16 registers (AVX2).</summary>
    Eight = 8,

    /// <summary>Sixteen lanes and 32 registers (AVX-512).</summary>
    Sixteen = 16,
}

/// <summary>What the processor has.</summary>
internal static class VectorWidths
{
    /// <summary>Rows of all matrices are padded with zeros to a multiple of this, whatever the processor.</summary>
    public const int Padding = 8;

    /// <summary>The widest vectors that the processor has.</summary>
    public static VectorWidth Best { get; } =
        Vector512.IsHardwareAccelerated ? VectorWidth.Sixteen
        : Vector256.IsHardwareAccelerated && Fma.IsSupported ? VectorWidth.Eight
        : VectorWidth.One;

    /// <summary>Rounds a width up to a multiple of <see cref="Padding"/>.</summary>
    public static int Pad(int width) => (width + Padding - 1) / Padding * Padding;
}
