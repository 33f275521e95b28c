using System.Text;

namespace Geometry.Seeding;

/// <summary>
/// A stream of random numbers that a seed and a path of names identify: the same seed and names give the same numbers, whatever else is
/// drawn, in whatever order and on whatever thread. Streams of different names are independent of one another.
/// </summary>
/// <remarks>
/// Counter-based (Philox4x32-10). One stream is not safe for use by several threads at once: give each its own by
/// <see cref="Fork(long)"/>.
/// </remarks>
public sealed class RandomStream
{
    private readonly ulong _key, _stream;
    private readonly uint[] _block = new uint[4];
    private ulong _counter;
    private int _used = 4;
    private double? _spareGaussian;

    /// <summary>Opens the stream of a purpose.</summary>
    /// <param name="seed">Any number.</param>
    /// <param name="name">The purpose, one of <see cref="StreamNames"/> or a name of one's own; not empty.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public RandomStream(long seed, string name)
        : this(Mix((ulong)seed), Mix((ulong)seed ^ 0x9E3779B97F4A7C15UL), Hash(name))
    {
    }

    private RandomStream(ulong key, ulong stream, ulong identity)
    {
        _key = Mix(key ^ identity);
        _stream = Mix(stream + Mix(identity));
    }

    /// <summary>Opens a child stream: the same whatever has been drawn from this one.</summary>
    /// <param name="name">What sets the child apart from its siblings; not empty.</param>
    /// <returns>A stream that is independent of this one and of its other children.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is null or empty.</exception>
    public RandomStream Fork(string name) => new(_key, _stream, Hash(name));

    /// <summary>Opens a numbered child stream: the same whatever has been drawn from this one.</summary>
    /// <param name="index">The number of the child (a replica, a fold, an epoch).</param>
    /// <returns>A stream that is independent of this one and of its other children.</returns>
    public RandomStream Fork(long index) => new(_key, _stream, Mix((ulong)index + 0xD1B54A32D192ED03UL));

    /// <summary>Draws 32 random bits.</summary>
    /// <returns>A number from 0 to 2^32 - 1, all equally likely.</returns>
    public uint NextUInt32()
    {
        if (_used == _block.Length)
        {
            (_block[0], _block[1], _block[2], _block[3]) = Philox.Block(_key, _stream, _counter++);
            _used = 0;
        }

        return _block[_used++];
    }

    /// <summary>Draws 64 random bits.</summary>
    /// <returns>A number from 0 to 2^64 - 1, all equally likely.</returns>
    public ulong NextUInt64() => NextUInt32() | ((ulong)NextUInt32() << 32);

    /// <summary>Draws a number uniform in [0, 1), a multiple of 2^-53.</summary>
    /// <returns>The number.</returns>
    public double NextDouble() => (NextUInt64() >> 11) * (1d / (1L << 53));

    /// <summary>Draws an integer uniform in [0, <paramref name="exclusiveMax"/>), without bias.</summary>
    /// <param name="exclusiveMax">One more than the largest result; at least 1.</param>
    /// <returns>The integer.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="exclusiveMax"/> is less than 1.</exception>
    public int NextInt32(int exclusiveMax)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(exclusiveMax, 1);
        // Lemire (2019): the high half of a product is uniform once the few low halves that would be over-represented are refused.
        uint bound = (uint)exclusiveMax, refused = (0 - bound) % bound;
        ulong product;
        do
        {
            product = (ulong)NextUInt32() * bound;
        }
        while ((uint)product < refused);
        return (int)(product >> 32);
    }

    /// <summary>Draws a standard normal number.</summary>
    /// <returns>The number.</returns>
    public double NextGaussian()
    {
        if (_spareGaussian is { } spare)
        {
            _spareGaussian = null;
            return spare;
        }

        double radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        (double sin, double cos) = Math.SinCos(2 * Math.PI * NextDouble());
        _spareGaussian = radius * sin;
        return radius * cos;
    }

    /// <summary>Fills a span with numbers uniform in [0, 1), multiples of 2^-24.</summary>
    /// <param name="values">Receives the numbers.</param>
    public void FillUniform(Span<float> values)
    {
        foreach (ref float value in values)
        {
            value = (NextUInt32() >> 8) * (1f / (1 << 24));
        }
    }

    /// <summary>Fills a span with numbers uniform in [0, 1), multiples of 2^-53.</summary>
    /// <param name="values">Receives the numbers.</param>
    public void FillUniform(Span<double> values)
    {
        foreach (ref double value in values)
        {
            value = NextDouble();
        }
    }

    /// <summary>Fills a span with standard normal numbers; the first ones do not depend on the length.</summary>
    /// <param name="values">Receives the numbers.</param>
    public void FillGaussian(Span<float> values)
    {
        Span<uint> words = stackalloc uint[GaussianTransform.ChunkWords];
        Span<float> chunk = stackalloc float[GaussianTransform.ChunkSingles];
        while (!values.IsEmpty)
        {
            NextChunk(words);
            GaussianTransform.ToSingles(words, chunk);
            int count = Math.Min(chunk.Length, values.Length);
            chunk[..count].CopyTo(values);
            values = values[count..];
        }
    }

    /// <summary>Fills a span with standard normal numbers; the first ones do not depend on the length.</summary>
    /// <param name="values">Receives the numbers.</param>
    public void FillGaussian(Span<double> values)
    {
        Span<uint> words = stackalloc uint[GaussianTransform.ChunkWords];
        Span<double> chunk = stackalloc double[GaussianTransform.ChunkDoubles];
        while (!values.IsEmpty)
        {
            NextChunk(words);
            GaussianTransform.ToDoubles(words, chunk);
            int count = Math.Min(chunk.Length, values.Length);
            chunk[..count].CopyTo(values);
            values = values[count..];
        }
    }

    /// <summary>Puts the elements of a span into a random order, all orders equally likely.</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="values">The elements.</param>
    public void Shuffle<T>(Span<T> values)
    {
        for (int i = values.Length - 1; i > 0; i--)
        {
            int j = NextInt32(i + 1);
            (values[i], values[j]) = (values[j], values[i]);
        }
    }

    /// <summary>Draws a permutation of 0, 1, ..., n - 1, all equally likely.</summary>
    /// <param name="n">The number of elements; at least 0.</param>
    /// <returns>The permutation.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="n"/> is negative.</exception>
    public int[] Permutation(int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        var order = new int[n];
        for (int i = 0; i < n; i++)
        {
            order[i] = i;
        }

        Shuffle(order.AsSpan());
        return order;
    }

    private void NextChunk(Span<uint> words)
    {
        Philox.Fill(_key, _stream, _counter, words);
        _counter += (ulong)words.Length / 4;
    }

    private static ulong Hash(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ulong hash = 0xCBF29CE484222325UL; // FNV-1a, mixed afterwards because its low bits are weak
        foreach (byte b in Encoding.UTF8.GetBytes(name))
        {
            hash = (hash ^ b) * 0x100000001B3UL;
        }

        return Mix(hash);
    }

    // The finaliser of SplitMix64 (Steele, Lea, Flood 2014): a bijection that spreads every bit over all.
    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15UL;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }
}
