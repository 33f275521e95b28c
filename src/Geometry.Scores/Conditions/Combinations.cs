using Geometry.Seeding;

namespace Geometry.Scores;

/// <summary>
/// Subsets of fixed size by number, in colexicographic order (the combinatorial number system): the subset c1 &lt; c2 &lt; ... &lt; ck has
/// rank C(c1,1) + C(c2,2) + ... + C(ck,k).
/// </summary>
internal static class Combinations
{
    /// <summary>C(n, k); exact for n up to 60.</summary>
    public static long Count(int n, int k)
    {
        if (k < 0 || k > n)
        {
            return 0;
        }

        Int128 result = 1;
        for (var i = 1; i <= k; i++)
        {
            result = result * (n - k + i) / i;
        }

        return (long)result;
    }

    /// <summary>Writes the subset of the given rank in ascending order; the span's length is the subset's size.</summary>
    public static void Unrank(long rank, Span<int> members)
    {
        for (var k = members.Length; k >= 1; k--)
        {
            var member = k - 1;
            while (Count(member + 1, k) <= rank)
            {
                member++;
            }

            members[k - 1] = member;
            rank -= Count(member, k);
        }
    }

    /// <summary>All ranks below the total, or <paramref name="maximum"/> of them drawn without replacement, in ascending order.</summary>
    public static long[] SampleRanks(long total, int maximum, RandomStream stream)
    {
        if (total <= maximum)
        {
            var all = new long[total];
            for (var i = 0; i < all.Length; i++)
            {
                all[i] = i;
            }

            return all;
        }

        // Floyd's method: every subset of ranks is equally likely, and memory is that of the sample.
        var chosen = new HashSet<long>();
        for (var bound = total - maximum; bound < total; bound++)
        {
            var candidate = NextInt64(stream, bound + 1);
            if (!chosen.Add(candidate))
            {
                chosen.Add(bound);
            }
        }

        var ranks = chosen.ToArray();
        Array.Sort(ranks);
        return ranks;
    }

    private static long NextInt64(RandomStream stream, long exclusiveMax)
    {
        var limit = ulong.MaxValue - (ulong.MaxValue % (ulong)exclusiveMax);
        ulong draw;
        do
        {
            draw = stream.NextUInt64();
        }
        while (draw >= limit);
        return (long)(draw % (ulong)exclusiveMax);
    }
}
