using System.Runtime.InteropServices;

namespace Geometry.Networks;

/// <summary>Zeroed memory that does not move, dealt out in pieces that start on cache lines.</summary>
internal sealed unsafe class PinnedMemory : IDisposable
{
    private const int LineBytes = 64, LineFloats = LineBytes / sizeof(float);

    private readonly nint _floats;
    private float* _start;
    private nint _used;

    /// <summary>Reserves room.</summary>
    /// <param name="lengths">The number of elements of each piece that will be asked for.</param>
    public PinnedMemory(params IEnumerable<long> lengths)
    {
        _floats = (nint)lengths.Sum(Lines);
        _start = (float*)NativeMemory.AlignedAlloc((nuint)Math.Max(_floats, LineFloats) * sizeof(float), LineBytes);
        NativeMemory.Clear(_start, (nuint)_floats * sizeof(float));
    }

    /// <summary>Gives the next piece.</summary>
    public float* Take(long length)
    {
        float* piece = _start + _used;
        _used += (nint)Lines(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_used, _floats);
        return piece;
    }

    public void Dispose()
    {
        NativeMemory.AlignedFree(_start);
        _start = null;
    }

    private static long Lines(long length) => (length + LineFloats - 1) / LineFloats * LineFloats;
}
