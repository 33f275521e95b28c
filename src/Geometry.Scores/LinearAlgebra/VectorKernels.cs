using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Geometry.Scores;

/// <summary>
/// Products of vectors whose length is a multiple of four. The width of four doubles is fixed and every step is a fused multiply-add,
/// so that results are the same bits on every processor.
/// </summary>
internal static class VectorKernels
{
    /// <summary>The inner product.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        var length = (nuint)Math.Min(a.Length, b.Length);
        var s0 = Vector256<double>.Zero;
        var s1 = Vector256<double>.Zero;
        var s2 = Vector256<double>.Zero;
        var s3 = Vector256<double>.Zero;
        nuint i = 0;
        for (; i + 16 <= length; i += 16)
        {
            s0 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref x, i), Vector256.LoadUnsafe(ref y, i), s0);
            s1 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref x, i + 4), Vector256.LoadUnsafe(ref y, i + 4), s1);
            s2 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref x, i + 8), Vector256.LoadUnsafe(ref y, i + 8), s2);
            s3 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref x, i + 12), Vector256.LoadUnsafe(ref y, i + 12), s3);
        }

        for (; i + 4 <= length; i += 4)
        {
            s0 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref x, i), Vector256.LoadUnsafe(ref y, i), s0);
        }

        var s = (s0 + s1) + (s2 + s3);
        return (s[0] + s[1]) + (s[2] + s[3]);
    }

    /// <summary>Adds <paramref name="factor"/> times <paramref name="source"/> to <paramref name="target"/>.</summary>
    public static void Add(double factor, ReadOnlySpan<double> source, Span<double> target)
    {
        ref var x = ref MemoryMarshal.GetReference(source);
        ref var y = ref MemoryMarshal.GetReference(target);
        var length = (nuint)Math.Min(source.Length, target.Length);
        var f = Vector256.Create(factor);
        for (nuint i = 0; i + 4 <= length; i += 4)
        {
            Vector256.FusedMultiplyAdd(f, Vector256.LoadUnsafe(ref x, i), Vector256.LoadUnsafe(ref y, i)).StoreUnsafe(ref y, i);
        }
    }

    /// <summary>Writes <paramref name="factor"/> times <paramref name="source"/>, which may be the target itself.</summary>
    public static void Scale(double factor, ReadOnlySpan<double> source, Span<double> target)
    {
        ref var x = ref MemoryMarshal.GetReference(source);
        ref var y = ref MemoryMarshal.GetReference(target);
        var length = (nuint)Math.Min(source.Length, target.Length);
        var f = Vector256.Create(factor);
        for (nuint i = 0; i + 4 <= length; i += 4)
        {
            (f * Vector256.LoadUnsafe(ref x, i)).StoreUnsafe(ref y, i);
        }
    }

    /// <summary>Writes single-precision numbers as doubles.</summary>
    public static void Widen(ReadOnlySpan<float> source, Span<double> target)
    {
        ref var x = ref MemoryMarshal.GetReference(source);
        ref var y = ref MemoryMarshal.GetReference(target);
        var length = (nuint)Math.Min(source.Length, target.Length);
        nuint i = 0;
        for (; i + 8 <= length; i += 8)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref x, i));
            low.StoreUnsafe(ref y, i);
            high.StoreUnsafe(ref y, i + 4);
        }

        for (; i < length; i++)
        {
            target[(int)i] = source[(int)i];
        }
    }
}
