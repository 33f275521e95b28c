namespace Geometry.Scores;

/// <summary>
/// Test rows of each side and how many of them were decoded rightly (a tie counts one half), and of the pairs of a positive and a negative
/// row how many are in the right order.
/// </summary>
internal readonly record struct DecodingTally(
    double PositiveCorrect, long Positive, double NegativeCorrect, long Negative, double Ordered = 0, double Pairs = 0)
{
    /// <summary>A decision value this close to zero, in units of the targets +1 and -1, is a tie: its sign is rounding.</summary>
    private const double TieTolerance = 1e-12;

    public double Accuracy => (PositiveCorrect + NegativeCorrect) / (Positive + Negative);

    public double BalancedAccuracy => (PositiveCorrect / Positive + NegativeCorrect / Negative) / 2;

    /// <summary>1 for the right side, 0 for the wrong one, 1/2 for a tie.</summary>
    public static double Credit(double decision, bool positive) =>
        Math.Abs(decision) <= TieTolerance ? 0.5 : (decision > 0) == positive ? 1 : 0;

    public double Measure(DecodingMeasures measure) => measure switch
    {
        DecodingMeasures.Accuracy => Accuracy,
        DecodingMeasures.BalancedAccuracy => BalancedAccuracy,
        _ => Ordered / Pairs,
    };

    /// <summary>Whether there are the rows that a measure needs.</summary>
    public bool Defines(DecodingMeasures measure) => measure switch
    {
        DecodingMeasures.Accuracy => Positive + Negative > 0,
        DecodingMeasures.BalancedAccuracy => Positive > 0 && Negative > 0,
        _ => Pairs > 0,
    };

    public DecodingTally Plus(DecodingTally other) => new(
        PositiveCorrect + other.PositiveCorrect,
        Positive + other.Positive,
        NegativeCorrect + other.NegativeCorrect,
        Negative + other.Negative,
        Ordered + other.Ordered,
        Pairs + other.Pairs);

    /// <summary>Tests weights on a range of rows; pairs are counted only when they are asked for.</summary>
    public static DecodingTally Of(DecoderData data, ReadOnlySpan<double> weights, int first, int end, sbyte[] side, bool countPairs = false)
    {
        double positiveCorrect = 0;
        double negativeCorrect = 0;
        var positive = 0;
        var decisions = countPairs ? new double[end - first] : [];
        for (var row = first; row < end; row++)
        {
            var decision = VectorKernels.Dot(data.Rows.PaddedRow(row), weights);
            var credit = Credit(decision, side[row] > 0);
            if (countPairs)
            {
                decisions[row - first] = decision;
            }

            if (side[row] > 0)
            {
                positive++;
                positiveCorrect += credit;
            }
            else
            {
                negativeCorrect += credit;
            }
        }

        var negative = end - first - positive;
        var ordered = countPairs ? OrderedPairs(decisions, side.AsSpan(first, end - first)) : 0;
        return new DecodingTally(positiveCorrect, positive, negativeCorrect, negative, ordered, countPairs ? (double)positive * negative : 0);
    }

    /// <summary>The pairs in which the positive decision is the larger one; equal ones count one half. The decisions are sorted.</summary>
    internal static double OrderedPairs(double[] decisions, ReadOnlySpan<sbyte> side)
    {
        var sides = side.ToArray();
        Array.Sort(decisions, sides);
        double ordered = 0;
        long below = 0;
        for (var i = 0; i < decisions.Length;)
        {
            var end = i;
            long positives = 0;
            while (end < decisions.Length && decisions[end] == decisions[i])
            {
                positives += sides[end++] > 0 ? 1 : 0;
            }

            var negatives = end - i - positives;
            ordered += positives * (below + negatives / 2.0);
            below += negatives;
            i = end;
        }

        return ordered;
    }
}
