namespace Geometry.Scores.Tests.Shattering;

public class ShatteringTests
{
    private static readonly DecodabilityOptions s_decoding = new() { Decoder = LinearDecoder.LeastSquares, Folds = 5 };

    [Fact]
    public void The_mean_is_that_of_the_single_dichotomies()
    {
        var (representation, conditions) = Samples.Clouds(6, 10, 5, 2, seed: 1);
        var single = Scores.Decodability.Evaluate(representation, conditions, Dichotomy.AllBalanced(6), s_decoding);

        var entries = Scores.Shattering.Evaluate(representation, conditions, new ShatteringOptions { Decoding = s_decoding, IncludeDichotomies = true });

        entries[0].Variant.ShouldBe("least-squares/5-fold/accuracy/mean");
        entries[0].Value.Value.ShouldBe(single[^1].Value.Value, 1e-15);
        entries[0].N.ShouldBe(10);
        entries[0].StandardError.ShouldBeNull();
        entries[0].Null.ShouldBeNull();
        entries.Skip(1).ShouldBe(single.Take(10));
    }

    [Fact]
    public void The_untrained_mean_leaves_out_the_trained_one_whichever_side_is_positive()
    {
        var (representation, conditions) = Samples.Clouds(4, 10, 5, 2, seed: 2);
        var single = Scores.Decodability.Evaluate(representation, conditions, Dichotomy.AllBalanced(4), s_decoding);
        var trained = new Dichotomy("task", [true, false, false, true]);

        var entry = Scores.Shattering.Evaluate(representation, conditions, new ShatteringOptions { Decoding = s_decoding, Trained = [trained] })[1];

        entry.Target.ShouldBe("task");
        entry.Variant.ShouldBe("least-squares/5-fold/accuracy/untrained-mean");
        entry.Value.Value.ShouldBe(single.Take(3).Where(e => e.Target != "{1,2}").Average(e => e.Value.Value), 1e-15);
        entry.N.ShouldBe(2);
        var all = new ShatteringOptions { Decoding = s_decoding, Trained = Dichotomy.AllBalanced(4) };
        Scores.Shattering.Evaluate(representation, conditions, all)[1].Value.Reason.ShouldBe("every balanced dichotomy was trained on");
    }

    [Fact]
    public void A_sample_has_the_standard_error_of_drawing_without_replacement()
    {
        var (representation, conditions) = Samples.Clouds(8, 6, 5, 2, seed: 3);
        var options = new ShatteringOptions { Decoding = s_decoding, MaximumDichotomies = 20, IncludeDichotomies = true };

        var entries = Scores.Shattering.Evaluate(representation, conditions, options);

        var values = entries.Skip(1).Select(e => e.Value.Value).ToArray();
        var variance = values.Sum(v => Math.Pow(v - values.Average(), 2)) / 19;
        entries[0].N.ShouldBe(20);
        entries[0].StandardError!.Value.ShouldBe(Math.Sqrt(variance / 20 * (1 - 20 / 35.0)), 1e-15);
        entries[0].Warnings.ShouldBe(["20 of 35 balanced dichotomies, drawn without replacement"]);
    }

    [Fact]
    public void An_odd_number_of_conditions_says_so()
    {
        var (representation, conditions) = Samples.Clouds(5, 6, 5, 2, seed: 4);

        var entry = Scores.Shattering.Evaluate(representation, conditions, new ShatteringOptions { Decoding = s_decoding })[0];

        entry.N.ShouldBe(10);
        entry.Warnings.ShouldBe(["the number of conditions is odd, so the sides have 2 and 3 conditions"]);
    }

    [Theory]
    [InlineData(ShatteringTest.Permutation, 100)]
    [InlineData(ShatteringTest.PooledPermutation, 10)]
    [InlineData(ShatteringTest.ZTest, 10)]
    public void Separate_clouds_are_all_above_chance_and_a_single_cloud_never(ShatteringTest test, int draws)
    {
        var options = new ShatteringOptions { Decoding = s_decoding with { Null = new NullOptions { Draws = draws } }, Test = test };
        var (apart, conditions) = Samples.Clouds(6, 10, 8, 0.2, seed: 5);
        var (together, _) = Samples.Clouds(1, 60, 8, 1, seed: 6);

        var good = Scores.Shattering.Evaluate(apart, conditions, options);
        var bad = Scores.Shattering.Evaluate(together, conditions, options);

        good[1].Value.ShouldBe(ScoreValue.Of(1));
        good[0].Null!.PValue.ShouldBe(1.0 / (1 + draws));
        good[0].Null!.Mean.ShouldBe(0.5, 0.05);
        bad[1].Value.Value.ShouldBeLessThan(0.21);
        bad[0].Null!.PValue.ShouldBeGreaterThan(0.05);
        good[1].Variant.ShouldStartWith("least-squares/5-fold/accuracy/above-chance/");
    }

    [Fact]
    public void Too_few_draws_for_the_test_are_said()
    {
        var (representation, conditions) = Samples.Clouds(4, 10, 5, 2, seed: 2);
        var options = new ShatteringOptions { Decoding = s_decoding with { Null = new NullOptions { Draws = 99 } } };

        Scores.Shattering.Evaluate(representation, conditions, options)[1].Value.Reason
            .ShouldBe("a p-value below 0.01 needs at least 100 draws of the null, but there are 99; ask for more, or pool them");
    }

    [Fact]
    public void A_test_representation_and_misuse()
    {
        var (training, conditions) = Samples.Clouds(4, 10, 5, 2, seed: 7);
        var (testing, others) = Samples.Clouds(4, 6, 5, 2, seed: 7);

        var entries = Scores.Shattering.Evaluate(training, conditions, testing, others, new ShatteringOptions { Decoding = s_decoding });

        entries[0].Variant.ShouldBe("least-squares/held-out/accuracy/mean");
        entries[0].Value.ShouldBe(Scores.Decodability.Evaluate(training, conditions, testing, others, Dichotomy.AllBalanced(4), s_decoding)[^1].Value);
        Should.Throw<ArgumentException>(() => Scores.Shattering.Evaluate(
            training, conditions, new ShatteringOptions { Decoding = new DecodabilityOptions { Measures = DecodingMeasures.Both } }));
        Should.Throw<ArgumentException>(() => Scores.Shattering.Evaluate(
            training, conditions, new ShatteringOptions { Trained = [new Dichotomy("of five", [true, false, true, true, false])] }));
    }

    [Fact]
    public void Perfect_decoding_of_every_dichotomy_is_pointed_out()
    {
        var (easy, conditions) = Samples.Clouds(4, 6, 30, 0.05, seed: 1);
        var (hard, _) = Samples.Clouds(4, 6, 3, 2, seed: 1);
        var options = new ShatteringOptions { Decoding = new DecodabilityOptions { Decoder = LinearDecoder.LeastSquares } };

        Scores.Shattering.Evaluate(easy, conditions, options)[0].Warnings.ShouldHaveSingleItem().ShouldStartWith("every dichotomy is decoded perfectly");
        Scores.Shattering.Evaluate(hard, conditions, options)[0].Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void A_single_condition_has_a_reason_and_the_name_of_its_variant()
    {
        var (z, conditions) = Samples.Clouds(1, 6, 3, 1, seed: 1);
        Scores.Shattering.Evaluate(z, conditions)[0].Variant.ShouldBe("svm/10-fold/accuracy/mean");
        var entry = Scores.Shattering.Evaluate(z, conditions, z, conditions)[0];
        (entry.Variant, entry.Value.Reason).ShouldBe(("svm/held-out/accuracy/mean", "there is only one condition, so there is nothing to divide"));
    }
}
