namespace Geometry.Scores;

/// <summary>How a value stands against what it would be without the structure that it measures.</summary>
/// <param name="Kind">Name of the null, such as <c>label-shuffle</c> or <c>geometric</c>.</param>
/// <param name="Mean">Mean over the draws: the chance level of this data.</param>
/// <param name="StandardDeviation">Sample standard deviation over the draws; 0 for a single draw.</param>
/// <param name="PValue">
/// (1 + number of draws at least as good as the value) / (1 + number of draws), one-sided in the direction in which the score is better;
/// above 0 and at most 1.
/// </param>
/// <param name="Draws">The number of draws that gave a value.</param>
public sealed record NullSummary(string Kind, double Mean, double StandardDeviation, double PValue, int Draws)
{
    /// <summary>A draw this close to the value, relative to the larger of the two, equals it but for rounding.</summary>
    private const double Rounding = 1e-12;

    /// <summary>Summarises the values of the draws; null when there is none.</summary>
    internal static NullSummary? Of(string kind, double value, ReadOnlySpan<double> draws, ScoreDirection better)
    {
        if (draws.IsEmpty)
        {
            return null;
        }

        var mean = Statistics.Mean(draws);
        var deviation = Statistics.StandardError(draws) is { } error ? error * Math.Sqrt(draws.Length) : 0;
        return new NullSummary(kind, mean, deviation, PValueOf(value, draws, better), draws.Length);
    }

    /// <summary>(1 + number of draws at least as good) / (1 + number of draws).</summary>
    internal static double PValueOf(double value, ReadOnlySpan<double> draws, ScoreDirection better)
    {
        var asGood = 0;
        foreach (var draw in draws)
        {
            var gain = better == ScoreDirection.Higher ? draw - value : value - draw;
            asGood += gain >= -Rounding * Math.Max(Math.Abs(draw), Math.Abs(value)) ? 1 : 0;
        }

        return (1.0 + asGood) / (1 + draws.Length);
    }
}
