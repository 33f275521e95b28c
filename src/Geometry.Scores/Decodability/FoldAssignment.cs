using System.Numerics;
using Geometry.Seeding;

namespace Geometry.Scores;

/// <summary>
/// The fold of every row, computed from its place among the rows of its condition alone: a pseudo-random permutation of those places (a
/// Feistel network with keys from the seed) is dealt out to the folds in turn, going on from condition to condition. So conditions are
/// spread evenly, folds' sizes differ by at most one, and no list of rows is kept.
/// </summary>
internal sealed class FoldAssignment
{
    private const int Rounds = 6;
    private readonly long[] _rowsOf;
    private readonly long[] _offset;
    private readonly ulong[][] _keys;
    private readonly int[] _halfBits;

    public FoldAssignment(IReadOnlyList<long> rowsOf, int folds, long seed)
    {
        _rowsOf = [.. rowsOf];
        Total = _rowsOf.Sum();
        Folds = (int)Math.Min(folds, Total);
        _offset = new long[_rowsOf.Length];
        _keys = new ulong[_rowsOf.Length][];
        _halfBits = new int[_rowsOf.Length];
        var stream = new RandomStream(seed, StreamNames.Split).Fork("folds");
        long next = 0;
        for (var condition = 0; condition < _rowsOf.Length; condition++)
        {
            var keys = stream.Fork(condition);
            _keys[condition] = [.. Enumerable.Range(0, Rounds).Select(_ => keys.NextUInt64())];
            _offset[condition] = next;
            next += _rowsOf[condition];

            // The least even number of bits, at least 2, that numbers all rows.
            var bits = 64 - BitOperations.LeadingZeroCount((ulong)Math.Max(0, _rowsOf[condition] - 1));
            _halfBits[condition] = Math.Max(1, (bits + 1) / 2);
        }
    }

    public int Folds { get; }

    public long Total { get; }

    /// <summary>The fold of the row of a condition that comes after <paramref name="place"/> others of that condition.</summary>
    public int FoldOf(int condition, long place)
    {
        // The network permutes a range of up to four times as many numbers; those beyond the rows are passed over.
        var position = (ulong)place;
        do
        {
            position = Permute(position, _halfBits[condition], _keys[condition]);
        }
        while (position >= (ulong)_rowsOf[condition]);

        return (int)((_offset[condition] + (long)position) % Folds);
    }

    private static ulong Permute(ulong value, int halfBits, ulong[] keys)
    {
        var mask = (1UL << halfBits) - 1;
        var left = value >> halfBits;
        var right = value & mask;
        foreach (var key in keys)
        {
            (left, right) = (right, left ^ (Mix(right ^ key) & mask));
        }

        return (left << halfBits) | right;
    }

    /// <summary>The finaliser of SplitMix64 (Steele, Lea, Flood 2014).</summary>
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
