namespace Geometry.Scores;

/// <summary>The cosines between the differences of conditions of the two sides of a dichotomy, from the kernel of the conditions alone.</summary>
internal sealed class CodingVectors
{
    /// <summary>A squared difference below this part of the conditions' largest squared norm is zero but for rounding.</summary>
    private const double ZeroTolerance = 1e-12;

    private readonly double[] _cosines;
    private readonly double[] _squares;
    private readonly bool[] _zero;
    private readonly int _pairs;

    /// <param name="kernel">Inner products of the conditions.</param>
    /// <param name="first">The larger side.</param>
    /// <param name="second">The other side.</param>
    public CodingVectors(RowMatrix kernel, int[] first, int[] second)
    {
        First = first.Length;
        Second = second.Length;
        _pairs = First * Second;
        _cosines = new double[_pairs * _pairs];
        _squares = new double[_pairs];
        _zero = new bool[_pairs];
        double largest = 0;
        for (var i = 0; i < kernel.Rows; i++)
        {
            largest = Math.Max(largest, kernel.Row(i)[i]);
        }

        double Product(int a, int b)
        {
            var (p, n, q, o) = (first[a / Second], second[a % Second], first[b / Second], second[b % Second]);
            return kernel.Row(p)[q] + kernel.Row(n)[o] - kernel.Row(p)[o] - kernel.Row(n)[q];
        }

        for (var a = 0; a < _pairs; a++)
        {
            _squares[a] = Math.Max(0, Product(a, a));
            _zero[a] = _squares[a] <= ZeroTolerance * largest;
        }

        for (var a = 0; a < _pairs; a++)
        {
            for (var b = a + 1; b < _pairs; b++)
            {
                if (!_zero[a] && !_zero[b])
                {
                    _cosines[a * _pairs + b] = _cosines[b * _pairs + a] = Math.Clamp(Product(a, b) / (Math.Sqrt(_squares[a]) * Math.Sqrt(_squares[b])), -1, 1);
                }
            }
        }
    }

    /// <summary>Conditions of the larger side.</summary>
    public int First { get; }

    /// <summary>Conditions of the other side.</summary>
    public int Second { get; }

    public int PairOf(int first, int second) => first * Second + second;

    public bool IsZero(int pair) => _zero[pair];

    public double SquaredDistance(int pair) => _squares[pair];

    public double Cosine(int pair, int other) => _cosines[pair * _pairs + other];
}
