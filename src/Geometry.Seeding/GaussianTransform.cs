using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Geometry.Seeding;

/// <summary>
/// Box and Muller's transform of whole chunks of random words: with u, v uniform, sqrt(-2 ln u) cos(2 pi v) and sqrt(-2 ln u) sin(2 pi v)
/// are independent standard normal numbers. A chunk is always computed whole, so that the first numbers of a fill do not depend on its length.
/// </summary>
internal static class GaussianTransform
{
    /// <summary>Random words that a chunk takes.</summary>
    public const int ChunkWords = 256;

    /// <summary>Single-precision numbers that a chunk gives; the radii come from the first half of the words.</summary>
    public const int ChunkSingles = 256;

    /// <summary>Double-precision numbers that a chunk gives.</summary>
    public const int ChunkDoubles = 128;

    /// <summary>Turns <see cref="ChunkWords"/> words into <see cref="ChunkSingles"/> numbers, of at most 6.8 in magnitude.</summary>
    public static void ToSingles(ReadOnlySpan<uint> words, Span<float> result)
    {
        const int Half = ChunkSingles / 2;
        for (int i = 0; i < Half; i += Vector256<float>.Count)
        {
            Vector256<float> radius = Vector256.Sqrt(-2f * Vector256.Log(ToUnit(words, i) + Vector256.Create(1f / (1L << 33))));
            (Vector256<float> sin, Vector256<float> cos) = Vector256.SinCos(2 * MathF.PI * ToUnit(words, Half + i));
            (radius * cos).CopyTo(result[i..]);
            (radius * sin).CopyTo(result[(Half + i)..]);
        }
    }

    /// <summary>Turns <see cref="ChunkWords"/> words into <see cref="ChunkDoubles"/> numbers, of at most 8.6 in magnitude.</summary>
    public static void ToDoubles(ReadOnlySpan<uint> words, Span<double> result)
    {
        const int Half = ChunkDoubles / 2;
        ReadOnlySpan<ulong> pairs = MemoryMarshal.Cast<uint, ulong>(words);
        for (int i = 0; i < Half; i += Vector256<double>.Count)
        {
            Vector256<double> radius = Vector256.Sqrt(-2d * Vector256.Log(ToUnit(pairs, i) + Vector256.Create(1d / (1L << 54))));
            (Vector256<double> sin, Vector256<double> cos) = Vector256.SinCos(2 * Math.PI * ToUnit(pairs, Half + i));
            (radius * cos).CopyTo(result[i..]);
            (radius * sin).CopyTo(result[(Half + i)..]);
        }
    }

    // The upper 24 (53) bits as a number in [0, 1): exact, so rounding cannot reach 1.
    private static Vector256<float> ToUnit(ReadOnlySpan<uint> words, int start) =>
        Vector256.ConvertToSingle((Vector256.Create(words[start..]) >> 8).AsInt32()) * (1f / (1 << 24));

    private static Vector256<double> ToUnit(ReadOnlySpan<ulong> words, int start) =>
        Vector256.ConvertToDouble((Vector256.Create(words[start..]) >> 11).AsInt64()) * (1d / (1L << 53));
}
