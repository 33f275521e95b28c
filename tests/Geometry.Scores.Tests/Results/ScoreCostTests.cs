namespace Geometry.Scores.Tests.Results;

public class ScoreCostTests
{
    [Fact]
    public void Fits_are_those_that_are_made()
    {
        var (z, conditions) = Samples.Clouds(6, 8, 4, 1, seed: 1);
        var targets = Dichotomy.AllBalanced(6);
        var shuffles = new NullOptions { Draws = 7 };
        foreach (var split in new[] { CcgpSplit.LeaveOnePairOut, CcgpSplit.AllSizes })
        {
            var options = new CcgpOptions { Split = split, Decoder = LinearDecoder.LeastSquares };
            var made = Scores.Ccgp.Evaluate(z, conditions, targets, options).Take(10).Sum(e => e.N);
            Scores.Ccgp.EstimateCost(4, conditions, targets, options).Fits.ShouldBe(made);
            Scores.Ccgp.EstimateCost(4, conditions, targets, options with { Null = shuffles }).Fits.ShouldBe(8 * made);
            Scores.Ccgp.EstimateCost(4, conditions, targets, options with { Null = shuffles with { Kind = NullKind.PairPermutation } }).Fits.ShouldBe(made);
        }

        Scores.Ccgp.EstimateCost(4, conditions, targets, new CcgpOptions { Split = CcgpSplit.HalfHalf }).ShouldBe(new ScoreCost(0, 0, TimeSpan.Zero));
        Scores.Decodability.EstimateCost(4, conditions, 10, new DecodabilityOptions { Folds = 5, Null = shuffles }).Fits.ShouldBe(10 * 5 * 8);
        Scores.Decodability.EstimateCost(4, conditions, 20, 10, new DecodabilityOptions { Folds = 5, Null = shuffles }).Fits.ShouldBe(10 * 8);
        Scores.Shattering.EstimateCost(4, conditions, new ShatteringOptions { MaximumDichotomies = 4 }).Fits.ShouldBe(4 * 10);
        Scores.Shattering.EstimateCost(4, conditions, 20).Fits.ShouldBe(10);
        Scores.Shattering.EstimateCost(4, Samples.Conditions(0, 0)).Fits.ShouldBe(0);
    }

    [Fact]
    public void More_of_anything_costs_more_and_least_squares_costs_least()
    {
        var (_, conditions) = Samples.Clouds(8, 100, 1, 1, seed: 1);
        ScoreCost Of(int width, LinearDecoder decoder, NullOptions? nulls = null) =>
            Scores.Decodability.EstimateCost(width, conditions, 35, new DecodabilityOptions { Decoder = decoder, Null = nulls, MaximumThreads = 1 });

        Of(100, LinearDecoder.SupportVector).Duration.ShouldBeGreaterThan(Of(50, LinearDecoder.SupportVector).Duration);
        Of(100, LinearDecoder.SupportVector).Operations.ShouldBeGreaterThan(10 * Of(100, LinearDecoder.LeastSquares).Operations);
        Of(100, LinearDecoder.Logistic).Operations.ShouldBeGreaterThan(Of(100, LinearDecoder.LeastSquares).Operations);
        var shuffled = Of(100, LinearDecoder.LeastSquares, new NullOptions());
        Of(100, LinearDecoder.LeastSquares, new NullOptions { Kind = NullKind.Geometric }).Operations.ShouldBeGreaterThan(shuffled.Operations);
        shuffled.Plus(shuffled).ShouldBe(new ScoreCost(2 * shuffled.Fits, 2 * shuffled.Operations, 2 * shuffled.Duration));
    }

    [Theory]
    [InlineData(3850, 1.52, "3,850 decoders, about 1.5 s")]
    [InlineData(1, 0.01, "1 decoder, less than a second")]
    [InlineData(1234567, 200, "1,234,567 decoders, about 3.3 min")]
    [InlineData(2, 8000, "2 decoders, about 2.2 h")]
    public void It_reads_as_a_sentence(long fits, double seconds, string text) =>
        new ScoreCost(fits, 1, TimeSpan.FromSeconds(seconds)).ToString().ShouldBe(text);
}
