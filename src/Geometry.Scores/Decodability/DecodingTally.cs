namespace Geometry.Scores;

/// <summary>Test rows of each side and how many of them were decoded rightly; a tie counts one half.</summary>
internal readonly record struct DecodingTally(double PositiveCorrect, long Positive, double NegativeCorrect, long Negative)
{
    /// <summary>A decision value this close to zero, in units of the targets +1 and -1, is a tie: its sign is rounding.</summary>
    private const double TieTolerance = 1e-12;

    public double Accuracy => (PositiveCorrect + NegativeCorrect) / (Positive + Negative);

    public double BalancedAccuracy => (PositiveCorrect / Positive + NegativeCorrect / Negative) / 2;

    /// <summary>1 for the right side, 0 for the wrong one, 1/2 for a tie.</summary>
    public static double Credit(double decision, bool positive) =>
        Math.Abs(decision) <= TieTolerance ? 0.5 : (decision > 0) == positive ? 1 : 0;

    public double Measure(DecodingMeasures measure) => measure == DecodingMeasures.Accuracy ? Accuracy : BalancedAccuracy;

    /// <summary>Whether there are the rows that a measure needs.</summary>
    public bool Defines(DecodingMeasures measure) =>
        measure == DecodingMeasures.Accuracy ? Positive + Negative > 0 : Positive > 0 && Negative > 0;

    public DecodingTally Plus(DecodingTally other) => new(
        PositiveCorrect + other.PositiveCorrect, Positive + other.Positive, NegativeCorrect + other.NegativeCorrect, Negative + other.Negative);

    /// <summary>Tests weights on a range of rows.</summary>
    public static DecodingTally Of(DecoderData data, ReadOnlySpan<double> weights, int first, int end, sbyte[] side)
    {
        double positiveCorrect = 0;
        double negativeCorrect = 0;
        var positive = 0;
        for (var row = first; row < end; row++)
        {
            var credit = Credit(VectorKernels.Dot(data.Rows.PaddedRow(row), weights), side[row] > 0);
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

        return new DecodingTally(positiveCorrect, positive, negativeCorrect, end - first - positive);
    }
}
