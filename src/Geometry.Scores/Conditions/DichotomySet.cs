using System.Collections;
using Geometry.Seeding;

namespace Geometry.Scores;

/// <summary>All balanced dichotomies of a number of conditions, or a sample of them.</summary>
public sealed class DichotomySet : IReadOnlyList<Dichotomy>
{
    private readonly Dichotomy[] _items;

    private DichotomySet(Dichotomy[] items, long total)
    {
        _items = items;
        Total = total;
    }

    /// <summary>Gets how many balanced dichotomies there are.</summary>
    public long Total { get; }

    /// <summary>Gets how many are listed.</summary>
    public int Count => _items.Length;

    /// <summary>Gets whether only a sample is listed.</summary>
    public bool IsSampled => Count < Total;

    /// <summary>Gets one dichotomy.</summary>
    /// <param name="index">Its place, from 0.</param>
    public Dichotomy this[int index] => _items[index];

    /// <inheritdoc/>
    public IEnumerator<Dichotomy> GetEnumerator() => ((IEnumerable<Dichotomy>)_items).GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Gives the same dichotomies other names.</summary>
    /// <param name="nameOf">The new name of a dichotomy.</param>
    /// <returns>The renamed set, which still knows whether it is a sample; this one stays as it is.</returns>
    public DichotomySet Rename(Func<Dichotomy, string> nameOf)
    {
        ArgumentNullException.ThrowIfNull(nameOf);
        return new DichotomySet(Array.ConvertAll(_items, item => new Dichotomy(nameOf(item), item.Positive)), Total);
    }

    internal static DichotomySet Balanced(int conditions, int maximum, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(conditions, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(conditions, 60);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximum, 1);
        var size = conditions / 2;

        // In the order of Combinations the sets without the last condition come first; for even m each division has exactly one such side.
        var total = conditions % 2 == 0 ? Combinations.Count(conditions - 1, size) : Combinations.Count(conditions, size);
        var ranks = Combinations.SampleRanks(total, maximum, new RandomStream(seed, StreamNames.Split).Fork("dichotomies"));
        var items = new Dichotomy[ranks.Length];
        Span<int> members = stackalloc int[size];
        for (var i = 0; i < items.Length; i++)
        {
            Combinations.Unrank(ranks[i], members);
            var positive = new bool[conditions];
            foreach (var member in members)
            {
                positive[member] = true;
            }

            items[i] = new Dichotomy($"{{{string.Join(',', members.ToArray())}}}", positive);
        }

        return new DichotomySet(items, total);
    }
}
