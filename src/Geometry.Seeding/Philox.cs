namespace Geometry.Seeding;

/// <summary>
/// The Philox4x32-10 block function: 128 bits of counter and 64 bits of key in, 128 random bits out (Salmon, Moraes, Dror, Shaw 2011,
/// "Parallel random numbers: as easy as 1, 2, 3"). It has no state, so any block of any stream can be had at any time by any thread.
/// </summary>
internal static class Philox
{
    private const uint Multiplier0 = 0xD2511F53, Multiplier1 = 0xCD9E8D57, Weyl0 = 0x9E3779B9, Weyl1 = 0xBB67AE85;
    private const int Rounds = 10;

    /// <summary>Computes one block of four words.</summary>
    public static (uint X0, uint X1, uint X2, uint X3) Block(ulong key, ulong stream, ulong counter)
    {
        uint x0 = (uint)counter, x1 = (uint)(counter >> 32), x2 = (uint)stream, x3 = (uint)(stream >> 32);
        uint key0 = (uint)key, key1 = (uint)(key >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            ulong product0 = (ulong)Multiplier0 * x0, product1 = (ulong)Multiplier1 * x2;
            (x0, x1, x2, x3) = ((uint)(product1 >> 32) ^ x1 ^ key0, (uint)product1, (uint)(product0 >> 32) ^ x3 ^ key1, (uint)product0);
            key0 += Weyl0;
            key1 += Weyl1;
        }

        return (x0, x1, x2, x3);
    }

    /// <summary>Writes consecutive blocks; the length of <paramref name="words"/> is a multiple of four.</summary>
    public static void Fill(ulong key, ulong stream, ulong counter, Span<uint> words)
    {
        for (int i = 0; i < words.Length; i += 4, counter++)
        {
            (words[i], words[i + 1], words[i + 2], words[i + 3]) = Block(key, stream, counter);
        }
    }
}
