using Geometry.MLNet.Tests.Views;
using Geometry.Scores;
using Microsoft.ML;

namespace Geometry.MLNet.Tests.Scores;

/// <summary>Nulls and intervals of every score.</summary>
public class SignificanceTests
{
    private static readonly string[] Conditions = ["A", "B"];

    private readonly MLContext _ml = new(seed: 1);

    [Theory]
    [InlineData(NullKind.LabelShuffle)]
    [InlineData(NullKind.Geometric)]
    public void Every_value_gets_a_null(NullKind kind)
    {
        var nulls = new NullOptions { Kind = kind, Draws = 9, Seed = 3 };
        foreach (ScoreEstimator estimator in All())
        {
            ScoreEntry[] plain = Evaluate(estimator), tested = Evaluate(estimator.WithNull(nulls));

            tested.Where(entry => !entry.Variant.Contains("above-chance", StringComparison.Ordinal)).Select(entry => entry with { Null = null }).ShouldBe(plain);
            tested.ShouldContain(entry => entry.Null != null);
            foreach (NullSummary summary in tested.Select(entry => entry.Null).OfType<NullSummary>())
            {
                summary.Draws.ShouldBeLessThanOrEqualTo(9);
                summary.PValue.ShouldBeInRange(0.1, 1);
            }

            Evaluate(estimator.WithNull(nulls, maximumThreads: 1)).ShouldBe(tested, "the number of threads changes nothing");
        }
    }

    [Fact]
    public void The_null_of_options_is_that_of_the_method()
    {
        var nulls = new NullOptions { Draws = 9, Seed = 3 };

        Evaluate(_ml.Geometry.Scores.Ccgp("Embedding", Conditions, new CcgpOptions { Null = nulls }, "A"))
            .ShouldBe(Evaluate(_ml.Geometry.Scores.Ccgp("Embedding", Conditions, "A").WithNull(nulls)));
        Evaluate(_ml.Geometry.Scores.Decodability("Embedding", Conditions, new DecodabilityOptions { Null = nulls }, "A"))
            .ShouldBe(Evaluate(_ml.Geometry.Scores.Decodability("Embedding", Conditions, "A").WithNull(nulls)));
    }

    [Theory]
    [InlineData(AlignmentUnit.ConditionMeans)]
    [InlineData(AlignmentUnit.Rows)]
    public void Shuffled_labels_do_not_take_the_inputs_along(AlignmentUnit unit)
    {
        ScoreEntry entry = Evaluate(_ml.Geometry.Scores.Alignment("Input", Conditions, new AlignmentOptions { Unit = unit }, input: "Input")
            .WithNull(new NullOptions { Draws = 99 })).ShouldHaveSingleItem();

        entry.Value.Value.ShouldBe(1, 1e-9);
        entry.Null!.Mean.ShouldBeLessThan(0.9, "a column is aligned with itself in another order only by chance");
        entry.Null.PValue.ShouldBe(0.01, 1e-9);
    }

    [Fact]
    public void Resampled_rows_give_intervals_but_not_to_cross_validated_scores()
    {
        var rows = new ResamplingOptions { Unit = ResamplingUnit.Rows, Draws = 10 };
        foreach (ScoreEstimator estimator in All())
        {
            if (estimator.OutputColumnName is "Embedding.Decodability" or "Embedding.Shattering")
            {
                Should.Throw<ArgumentException>(() => estimator.WithInterval(rows)).Message.ShouldContain("trained on and tested");
                continue;
            }

            ScoreEntry[] plain = Evaluate(estimator), resampled = Evaluate(estimator.WithInterval(rows));
            resampled.Select(entry => entry with { Interval = null }).ShouldBe(plain);
            resampled.Where(entry => entry.Value.IsDefined).ShouldAllBe(entry => entry.Interval!.Kind == "bootstrap/rows" && entry.Interval.Draws == 10);
        }
    }

    [Fact]
    public void Without_noise_the_bootstrap_of_rows_is_a_point()
    {
        ScoreEntry entry = Evaluate(_ml.Geometry.Scores.Alignment("Embedding", Conditions, input: "Input", target: "A").WithInterval(new ResamplingOptions { Draws = 20 }))[1];

        entry.Interval!.Lower.ShouldBe(entry.Value.Value, 1e-6);
        entry.Interval.Upper.ShouldBe(entry.Value.Value, 1e-6);
    }

    [Fact]
    public void Each_condition_is_left_out_once()
    {
        ScoreEntry entry = Evaluate(_ml.Geometry.Scores.Dimension("Embedding", Conditions).WithInterval(new ResamplingOptions { Unit = ResamplingUnit.Conditions }))
            .ShouldHaveSingleItem();

        (entry.Interval!.Kind, entry.Interval.Draws).ShouldBe(("jackknife/conditions", 4));
        foreach (ScoreEstimator estimator in All())
        {
            Evaluate(estimator.WithInterval(new ResamplingOptions { Unit = ResamplingUnit.Conditions })).Select(e => e with { Interval = null }).ShouldBe(Evaluate(estimator));
        }
    }

    [Fact]
    public void Of_two_conditions_none_is_left_out() =>
        Evaluate(_ml.Geometry.Scores.Shattering("Embedding", ["A"]).WithInterval(new ResamplingOptions { Unit = ResamplingUnit.Conditions }))
            .ShouldHaveSingleItem().Warnings.ShouldContain("no interval: of two conditions none can be left out");

    [Fact]
    public void Nulls_and_intervals_go_together_in_either_order()
    {
        var nulls = new NullOptions { Draws = 5 };
        var interval = new ResamplingOptions { Draws = 5 };
        ScoreEstimator score = _ml.Geometry.Scores.Dimension("Embedding", Conditions);

        ScoreEntry entry = Evaluate(score.WithNull(nulls).WithInterval(interval)).ShouldHaveSingleItem();
        (entry.Null is null, entry.Interval is null).ShouldBe((false, false));
        Evaluate(score.WithInterval(interval).WithNull(nulls)).ShouldBe([entry]);
    }

    [Fact]
    public void What_a_score_has_not_is_refused()
    {
        Should.Throw<ArgumentException>(() => _ml.Geometry.Scores.Parallelism("Embedding", Conditions).WithNull(new NullOptions { Kind = NullKind.PairPermutation }))
            .Message.ShouldStartWith("The null PairPermutation is of CCGP alone");
        Should.Throw<ArgumentException>(() => _ml.Geometry.Scores.Dimension("Embedding").WithNull(new NullOptions())).Message.ShouldStartWith("A null needs conditions");
        Should.Throw<ArgumentException>(() => _ml.Geometry.Scores.Dimension("Embedding").WithInterval(new ResamplingOptions { Unit = ResamplingUnit.Conditions }))
            .Message.ShouldStartWith("Leaving out conditions needs conditions");
    }

    private ScoreEstimator[] All() =>
    [
        _ml.Geometry.Scores.Ccgp("Embedding", Conditions, new CcgpOptions { Decoder = LinearDecoder.LeastSquares }),
        _ml.Geometry.Scores.Decodability("Embedding", Conditions, new DecodabilityOptions { Decoder = LinearDecoder.LeastSquares, Folds = 2 }, "A"),
        _ml.Geometry.Scores.Shattering("Embedding", Conditions, new ShatteringOptions { Decoding = new DecodabilityOptions { Decoder = LinearDecoder.LeastSquares, Folds = 2 } }, "A"),
        _ml.Geometry.Scores.Parallelism("Embedding", Conditions),
        _ml.Geometry.Scores.Alignment("Embedding", Conditions, input: "Input", target: "A"),
        _ml.Geometry.Scores.Rdm("Embedding", Conditions, input: "Input", target: "A"),
        _ml.Geometry.Scores.Dimension("Embedding", Conditions),
        _ml.Geometry.Scores.Collapse("Embedding", Conditions, "A"),
    ];

    private ScoreEntry[] Evaluate(ScoreEstimator estimator) => [.. _ml.Geometry.Scores.Evaluate(Square.View(_ml), estimator).Rows.Select(row => row.Entry)];
}
