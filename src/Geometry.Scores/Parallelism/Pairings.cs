namespace Geometry.Scores;

/// <summary>
/// The trial of all ways to give every condition of the larger side a partner on the other side so that every one there is a partner.
/// </summary>
internal sealed class Pairings
{
    private readonly CodingVectors _vectors;
    private readonly int[] _uses;
    private readonly int[] _pairOf;
    private double _best = double.NegativeInfinity;
    private long _count;

    private Pairings(CodingVectors vectors)
    {
        _vectors = vectors;
        _uses = new int[vectors.Second];
        _pairOf = new int[vectors.First];
    }

    /// <summary>The number of ways: b! S(a, b) by inclusion and exclusion, which is a! for equal sides.</summary>
    public static double CountOf(int first, int second)
    {
        double sum = 0;
        for (var left = 0; left < second; left++)
        {
            sum += (left % 2 == 0 ? 1 : -1) * Combinations.Count(second, left) * Math.Pow(second - left, first);
        }

        return sum;
    }

    /// <summary>The largest mean cosine, or null when every way has a zero difference, and the number of ways without one.</summary>
    public static (double? Value, long Count) Best(CodingVectors vectors)
    {
        var search = new Pairings(vectors);
        search.Pair(0, 0, vectors.Second);
        return (search._count == 0 ? null : search._best / (vectors.First * (vectors.First - 1) / 2), search._count);
    }

    private void Pair(int first, double sum, int unused)
    {
        if (first == _vectors.First)
        {
            _count++;
            _best = Math.Max(_best, sum);
            return;
        }

        var mustBeNew = _vectors.First - first == unused;
        for (var second = 0; second < _vectors.Second; second++)
        {
            var pair = _vectors.PairOf(first, second);
            if ((mustBeNew && _uses[second] > 0) || _vectors.IsZero(pair))
            {
                continue;
            }

            var more = sum;
            for (var earlier = 0; earlier < first; earlier++)
            {
                more += _vectors.Cosine(_pairOf[earlier], pair);
            }

            _pairOf[first] = pair;
            Pair(first + 1, more, _uses[second]++ == 0 ? unused - 1 : unused);
            _uses[second]--;
        }
    }
}
