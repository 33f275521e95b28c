namespace Geometry.Scores;

/// <summary>The search over all ways to pair the positive with the negative conditions of a balanced dichotomy.</summary>
internal sealed class Pairings
{
    /// <summary>A difference shorter than this part of the conditions' largest norm is zero but for rounding.</summary>
    private const double ZeroTolerance = 1e-12;

    private readonly int _side;
    private readonly double[] _cosines;
    private readonly bool[] _zero;
    private readonly bool[] _taken;
    private readonly int[] _partner;
    private double _best = double.NegativeInfinity;
    private long _count;

    private Pairings(RowMatrix kernel, int[] positive, int[] negative)
    {
        _side = positive.Length;
        var pairs = _side * _side;
        _cosines = new double[pairs * pairs];
        _zero = new bool[pairs];
        _taken = new bool[_side];
        _partner = new int[_side];
        var largest = Enumerable.Range(0, kernel.Rows).Max(i => kernel.Row(i)[i]);
        double Product(int a, int b)
        {
            var (p, n, q, o) = (positive[a / _side], negative[a % _side], positive[b / _side], negative[b % _side]);
            return kernel.Row(p)[q] + kernel.Row(n)[o] - kernel.Row(p)[o] - kernel.Row(n)[q];
        }

        var norms = new double[pairs];
        for (var a = 0; a < pairs; a++)
        {
            norms[a] = Math.Sqrt(Math.Max(0, Product(a, a)));
            _zero[a] = norms[a] * norms[a] <= ZeroTolerance * largest;
        }

        for (var a = 0; a < pairs; a++)
        {
            for (var b = 0; b < pairs; b++)
            {
                _cosines[a * pairs + b] = _zero[a] || _zero[b] ? 0 : Math.Clamp(Product(a, b) / (norms[a] * norms[b]), -1, 1);
            }
        }
    }

    /// <summary>The largest mean cosine, and the number of pairings without a zero difference.</summary>
    public static (ScoreValue Value, long Count) Best(RowMatrix kernel, Dichotomy dichotomy)
    {
        var positive = Enumerable.Range(0, dichotomy.Count).Where(dichotomy.IsPositive).ToArray();
        var negative = Enumerable.Range(0, dichotomy.Count).Where(c => !dichotomy.IsPositive(c)).ToArray();
        var search = new Pairings(kernel, positive, negative);
        search.Pair(0, 0);
        var value = search._count == 0
            ? ScoreValue.Undefined($"every pairing of '{dichotomy.Name}' pairs two conditions with equal responses")
            : ScoreValue.Of(search._best / (positive.Length * (positive.Length - 1) / 2));
        return (value, search._count);
    }

    private void Pair(int positive, double sum)
    {
        if (positive == _side)
        {
            _count++;
            _best = Math.Max(_best, sum);
            return;
        }

        for (var negative = 0; negative < _side; negative++)
        {
            var pair = positive * _side + negative;
            if (_taken[negative] || _zero[pair])
            {
                continue;
            }

            var more = sum;
            for (var earlier = 0; earlier < positive; earlier++)
            {
                more += _cosines[(earlier * _side + _partner[earlier]) * _side * _side + pair];
            }

            _taken[negative] = true;
            _partner[positive] = negative;
            Pair(positive + 1, more);
            _taken[negative] = false;
        }
    }
}
