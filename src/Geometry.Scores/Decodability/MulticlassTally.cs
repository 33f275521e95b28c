namespace Geometry.Scores;

/// <summary>Test rows of each class, how many of them were given their class (a tie of k classes counts 1/k), and ordered pairs.</summary>
internal sealed class MulticlassTally(int classes)
{
    /// <summary>Decision values this close to the largest one are equal to it but for rounding.</summary>
    private const double TieTolerance = 1e-12;

    private readonly double[] _correct = new double[classes];
    private readonly long[] _rows = new long[classes];
    private readonly double[] _ordered = new double[classes];
    private readonly double[] _pairs = new double[classes];

    public long Rows => _rows.Sum();

    public double Accuracy => _correct.Sum() / Rows;

    /// <summary>The mean over classes that have rows.</summary>
    public double BalancedAccuracy => Present.Average(k => _correct[k] / _rows[k]);

    /// <summary>The mean over classes of the area under the curve against the rest.</summary>
    public double Auc => Enumerable.Range(0, classes).Where(k => _pairs[k] > 0).Average(k => _ordered[k] / _pairs[k]);

    public bool HasPairs => _pairs.Any(p => p > 0);

    /// <summary>The binomial variance of the balanced accuracy.</summary>
    public double BalancedVariance =>
        Present.Sum(k => _correct[k] / _rows[k] * (1 - _correct[k] / _rows[k]) / _rows[k]) / Math.Pow(Present.Count(), 2);

    private IEnumerable<int> Present => Enumerable.Range(0, classes).Where(k => _rows[k] > 0);

    public double Measure(DecodingMeasures measure) => measure switch
    {
        DecodingMeasures.Accuracy => Accuracy,
        DecodingMeasures.BalancedAccuracy => BalancedAccuracy,
        _ => Auc,
    };

    public void Add(MulticlassTally other)
    {
        for (var k = 0; k < classes; k++)
        {
            _correct[k] += other._correct[k];
            _rows[k] += other._rows[k];
            _ordered[k] += other._ordered[k];
            _pairs[k] += other._pairs[k];
        }
    }

    /// <summary>Counts a range of rows.</summary>
    /// <param name="decisions">For each class the decision value of every row.</param>
    /// <param name="truth">The class of every row.</param>
    /// <param name="first">The first row.</param>
    /// <param name="end">The row after the last one.</param>
    /// <param name="countPairs">Whether ordered pairs are wanted.</param>
    public static MulticlassTally Of(double[][] decisions, int[] truth, int first, int end, bool countPairs)
    {
        var tally = new MulticlassTally(decisions.Length);
        for (var row = first; row < end; row++)
        {
            var largest = double.NegativeInfinity;
            foreach (var values in decisions)
            {
                largest = Math.Max(largest, values[row]);
            }

            var ties = decisions.Count(values => values[row] >= largest - TieTolerance);
            tally._rows[truth[row]]++;
            tally._correct[truth[row]] += decisions[truth[row]][row] >= largest - TieTolerance ? 1.0 / ties : 0;
        }

        for (var k = 0; countPairs && k < decisions.Length; k++)
        {
            var side = truth[first..end].Select(t => t == k ? (sbyte)1 : (sbyte)-1).ToArray();
            tally._ordered[k] = DecodingTally.OrderedPairs(decisions[k][first..end], side);
            tally._pairs[k] = (double)tally._rows[k] * (end - first - tally._rows[k]);
        }

        return tally;
    }
}
