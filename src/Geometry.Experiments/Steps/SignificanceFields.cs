using Geometry.MLNet;
using Geometry.Scores;

namespace Geometry.Experiments;

/// <summary>The fields that say how sure a score is: the null that it is compared with, and the interval around it.</summary>
internal static class SignificanceFields
{
    private static readonly Parameter<NullKind> Kind = Parameters.Choice<NullKind>("kind", "What is destroyed; PairPermutation is for Ccgp.")
        .Or(NullKind.LabelShuffle, nameof(NullKind.LabelShuffle));

    private static readonly Parameter<int> NullDraws = Parameters
        .Integer("draws", "How often the null is drawn; the least p-value is 1/(1 + draws).", 1).Or(100, "100");

    private static readonly Parameter<long> Seed = Parameters.Long("seed", "The seed of the draws.").Or(0, "that of the step");

    private static readonly Parameter<ResamplingUnit> Unit = Parameters
        .Choice<ResamplingUnit>("unit", "What is resampled: rows within conditions (bootstrap, not for what is cross-validated), or conditions (jackknife).")
        .Or(ResamplingUnit.Rows, nameof(ResamplingUnit.Rows));

    private static readonly Parameter<int> Resamples = Parameters.Integer("draws", "How often rows are drawn.", 2).Or(200, "200");
    private static readonly Parameter<double> Level = Parameters.Number("level", "The coverage of the interval, between 0 and 1.", 0, 1).Or(0.95, "0.95");

    private static readonly Parameter<Func<long, NullOptions>?> Nulls = Parameters.Group<Func<long, NullOptions>?>(
        "nulls", "The null that the values are compared with.", [Kind, NullDraws, Seed],
        a => seed => new NullOptions { Kind = a.Get(Kind), Draws = a.Get(NullDraws), Seed = a.GetOr(Seed, seed) }).Or(null, "none");

    private static readonly Parameter<Func<long, ResamplingOptions>?> Interval = Parameters.Group<Func<long, ResamplingOptions>?>(
        "interval", "The interval around the values.", [Unit, Resamples, Level, Seed],
        a => seed => new ResamplingOptions { Unit = a.Get(Unit), Draws = a.Get(Resamples), Level = a.Get(Level), Seed = a.GetOr(Seed, seed) }).Or(null, "none");

    /// <summary>Gets the fields.</summary>
    public static IReadOnlyList<Parameter> All { get; } = [Nulls, Interval];

    /// <summary>Gives a score its null and its interval.</summary>
    /// <exception cref="ArgumentException">They do not go with the score.</exception>
    public static ScoreEstimator Apply(Arguments a, ScoreEstimator score, long seed, int threads)
    {
        ScoreEstimator tested = a.Get(Nulls) is { } nulls ? score.WithNull(nulls(seed), threads) : score;
        return a.Get(Interval) is { } interval ? tested.WithInterval(interval(seed), threads) : tested;
    }
}
