using Geometry.Seeding;

namespace Geometry.Scores;

/// <summary>
/// Hill climbing for the best pairing (a quadratic assignment problem): from the pairing of least squared distances and from random ones,
/// partners are exchanged, or changed where a partner is shared, as long as that helps. What is found is a lower bound.
/// </summary>
internal sealed class PairingSearch
{
    // Better than this is not rounding.
    private const double LeastGain = 1e-12;
    private const double ZeroPenalty = 1e3;
    private readonly CodingVectors _vectors;
    private readonly int[] _partner;
    private readonly int[] _uses;

    private PairingSearch(CodingVectors vectors)
    {
        _vectors = vectors;
        _partner = new int[vectors.First];
        _uses = new int[vectors.Second];
    }

    /// <summary>The largest mean cosine that is found, or null when every pairing that is found has a zero difference.</summary>
    public static double? Best(CodingVectors vectors, int restarts, RandomStream stream)
    {
        var search = new PairingSearch(vectors);
        var best = search.Climb(search.LeastDistances());
        for (var restart = 0; restart < restarts; restart++)
        {
            best = Math.Max(best, search.Climb(search.RandomStart(stream.Fork(restart))));
        }

        return best < -vectors.First * vectors.First ? null : best / (vectors.First * (vectors.First - 1) / 2);
    }

    private int[] LeastDistances()
    {
        // Extra columns stand for the second and later uses of a partner, so each costs as little as any partner does.
        var (n, m) = (_vectors.First, _vectors.Second);
        var costs = new double[n, n];
        var nearest = new int[n];
        for (var i = 0; i < n; i++)
        {
            nearest[i] = Enumerable.Range(0, m).MinBy(j => _vectors.SquaredDistance(_vectors.PairOf(i, j)));
            for (var j = 0; j < n; j++)
            {
                costs[i, j] = _vectors.SquaredDistance(_vectors.PairOf(i, j < m ? j : nearest[i]));
            }
        }

        var columns = LinearAssignment.Solve(costs);
        return [.. columns.Select((column, i) => column < m ? column : nearest[i])];
    }

    private int[] RandomStart(RandomStream stream)
    {
        var order = stream.Permutation(_vectors.First);
        var partner = new int[order.Length];
        for (var k = 0; k < order.Length; k++)
        {
            partner[order[k]] = k < _vectors.Second ? k : stream.NextInt32(_vectors.Second);
        }

        return partner;
    }

    private double Climb(int[] start)
    {
        start.CopyTo(_partner, 0);
        _uses.AsSpan().Clear();
        foreach (var partner in _partner)
        {
            _uses[partner]++;
        }

        bool improved;
        do
        {
            improved = false;
            for (var i = 0; i < _partner.Length; i++)
            {
                for (var k = i + 1; k < _partner.Length; k++)
                {
                    improved |= TryExchange(i, k);
                }

                for (var j = 0; _uses[_partner[i]] > 1 && j < _vectors.Second; j++)
                {
                    improved |= TryChange(i, j);
                }
            }
        }
        while (improved);

        double sum = 0;
        for (var i = 0; i < _partner.Length; i++)
        {
            for (var k = 0; k < i; k++)
            {
                sum += Cosine(PairOf(i), PairOf(k));
            }
        }

        return sum;
    }

    private bool TryExchange(int i, int k)
    {
        var (pi, pk) = (_partner[i], _partner[k]);
        var (newI, newK) = (_vectors.PairOf(i, pk), _vectors.PairOf(k, pi));
        var gain = Cosine(newI, newK) - Cosine(PairOf(i), PairOf(k));
        for (var l = 0; l < _partner.Length; l++)
        {
            if (l != i && l != k)
            {
                gain += Cosine(newI, PairOf(l)) + Cosine(newK, PairOf(l)) - Cosine(PairOf(i), PairOf(l)) - Cosine(PairOf(k), PairOf(l));
            }
        }

        if (gain <= LeastGain)
        {
            return false;
        }

        (_partner[i], _partner[k]) = (pk, pi);
        return true;
    }

    private bool TryChange(int i, int j)
    {
        double gain = 0;
        for (var l = 0; l < _partner.Length; l++)
        {
            if (l != i)
            {
                gain += Cosine(_vectors.PairOf(i, j), PairOf(l)) - Cosine(PairOf(i), PairOf(l));
            }
        }

        if (gain <= LeastGain)
        {
            return false;
        }

        _uses[_partner[i]]--;
        _uses[_partner[i] = j]++;
        return true;
    }

    private int PairOf(int i) => _vectors.PairOf(i, _partner[i]);

    private double Cosine(int pair, int other) =>
        _vectors.IsZero(pair) || _vectors.IsZero(other) ? -ZeroPenalty * _partner.Length : _vectors.Cosine(pair, other);
}
