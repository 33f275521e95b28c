namespace Geometry.Scores.Tests.Ccgp;

public class CcgpTests
{
    private static readonly Dichotomy s_first = new("first", [false, false, true, true]);
    private static readonly Dichotomy s_exclusiveOr = new("xor", [false, true, true, false]);

    public static TheoryData<LinearDecoder> Decoders => [LinearDecoder.SupportVector, LinearDecoder.LeastSquares, LinearDecoder.Logistic];

    [Theory]
    [MemberData(nameof(Decoders))]
    public void A_rectangle_generalises_its_long_axis_and_anti_generalises_exclusive_or(LinearDecoder decoder)
    {
        var (representation, conditions) = Samples.Rectangle(5);

        var entries = Scores.Ccgp.Evaluate(representation, conditions, [s_first, s_exclusiveOr], new CcgpOptions { Decoder = decoder });

        entries[0].Value.ShouldBe(ScoreValue.Of(1));
        entries[1].Value.ShouldBe(ScoreValue.Of(0));
        entries[2].Value.ShouldBe(ScoreValue.Of(0.5));
        entries[0].N.ShouldBe(4);
        entries[0].StandardError.ShouldBe(0);
        entries[2].N.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(Decoders))]
    public void On_a_square_the_diagonal_splits_are_ties(LinearDecoder decoder)
    {
        // Trained on two opposite corners, the boundary passes exactly through the other two.
        var (representation, conditions) = Samples.Rectangle(5, length: 1);

        var entry = Scores.Ccgp.Evaluate(representation, conditions, [s_first], new CcgpOptions { Decoder = decoder })[0];

        entry.Value.ShouldBe(ScoreValue.Of(0.75));
    }

    [Fact]
    public void For_four_conditions_all_protocols_have_the_same_splits()
    {
        var (representation, conditions) = Samples.Clouds(4, 12, 5, 2, seed: 5);
        var targets = Dichotomy.AllBalanced(4);

        var values = new[] { CcgpSplit.LeaveOnePairOut, CcgpSplit.HalfHalf, CcgpSplit.AllSizes }
            .Select(split => Scores.Ccgp.Evaluate(representation, conditions, targets, new CcgpOptions { Split = split }).Select(e => e.Value).ToArray())
            .ToArray();

        values[1].ShouldBe(values[0]);
        values[2].ShouldBe(values[0]);
    }

    [Fact]
    public void The_mean_over_all_balanced_dichotomies_is_one_half_whatever_the_geometry()
    {
        // Exchanging the two held-out conditions gives another balanced dichotomy with the same decoder and the opposite answers.
        var (representation, conditions) = Samples.Clouds(6, 4, 8, 0.2, seed: 12);

        var entries = Scores.Ccgp.Evaluate(representation, conditions, Dichotomy.AllBalanced(6));

        entries[^1].Value.Value.ShouldBe(0.5, 1e-12);
        entries.Take(10).Max(e => e.Value.Value).ShouldBeGreaterThan(0.6);
    }

    [Theory]
    [InlineData(CcgpSplit.LeaveOnePairOut, 16)]
    [InlineData(CcgpSplit.HalfHalf, 36)]
    [InlineData(CcgpSplit.AllSizes, 68)]
    public void Eight_conditions_have_the_known_numbers_of_splits(CcgpSplit split, int count)
    {
        var (representation, conditions) = Samples.Clouds(8, 3, 4, 1, seed: 1);
        var target = Dichotomy.AllBalanced(8)[7];

        var options = new CcgpOptions { Split = split, Decoder = LinearDecoder.LeastSquares };
        var all = Scores.Ccgp.Evaluate(representation, conditions, [target], options)[0];
        var some = Scores.Ccgp.Evaluate(representation, conditions, [target], options with { MaximumSplits = 9 })[0];

        all.N.ShouldBe(count);
        all.Warnings.ShouldBeEmpty();
        some.N.ShouldBe(9);
        some.Warnings.ShouldBe([$"9 of {count} splits were drawn without replacement"]);
    }

    [Fact]
    public void Holding_out_a_variable_trains_on_its_other_levels()
    {
        var (representation, _) = Samples.Rectangle(5);
        var a = ConditionLabels.FromValues([.. Enumerable.Range(0, 20).Select(i => i / 10 == 0 ? "no" : "yes")]);
        var b = ConditionLabels.FromValues([.. Enumerable.Range(0, 20).Select(i => i / 5 % 2 == 0 ? "low" : "high")]);
        var conditions = ConditionLabels.Combine(("a", a), ("b", b));
        var target = Dichotomy.FromClasses("a", a, conditions)[0];
        var options = new CcgpOptions { Split = CcgpSplit.ByVariable, Variable = "b" };

        var entry = Scores.Ccgp.Evaluate(representation, conditions, [target], options)[0];
        var itself = Scores.Ccgp.Evaluate(representation, conditions, [target], options with { Variable = "a" })[0];

        entry.Variant.ShouldBe("svm/by-variable:b");
        entry.Value.ShouldBe(ScoreValue.Of(1));
        entry.N.ShouldBe(2);
        itself.Value.Reason.ShouldBe("no level of variable 'a' can be held out with both sides of 'a' within it and outside it");
        Should.Throw<ArgumentException>(() => Scores.Ccgp.Evaluate(representation, conditions, [target], options with { Variable = "c" }))
            .Message.ShouldContain("'c' is not known, the conditions were combined from 'a', 'b'");
    }

    [Fact]
    public void Too_few_conditions_are_undefined_with_the_reason()
    {
        var (representation, conditions) = Samples.Clouds(6, 3, 4, 1, seed: 2);
        var lonely = new Dichotomy("lonely", [true, false, false, false, false, false]);
        var three = new Dichotomy("three", [true, true, true, false, false, false]);

        Scores.Ccgp.Evaluate(representation, conditions, [lonely])[0].Value.Reason
            .ShouldBe("a condition of each side is held out and one must stay, but the positive side of 'lonely' has 1 of 6 conditions");
        Scores.Ccgp.Evaluate(representation, conditions, [three], new CcgpOptions { Split = CcgpSplit.HalfHalf })[0].Value.Reason
            .ShouldBe("half of each side is held out, but the sides of 'three' have 3 and 3 conditions, not both even");
        var mean = Scores.Ccgp.Evaluate(representation, conditions, [three, lonely])[2];
        mean.Value.Reason.ShouldStartWith("undefined for 1 of 2 dichotomies; 'lonely': a condition of each side");
    }

    [Fact]
    public void A_dead_layer_has_no_value_but_a_reason()
    {
        var (_, conditions) = Samples.Rectangle(3);
        var constant = new Representation(Enumerable.Repeat(0.3f, 24).ToArray(), 12, 2);

        foreach (LinearDecoder decoder in new[] { LinearDecoder.SupportVector, LinearDecoder.LeastSquares, LinearDecoder.Logistic })
        {
            var entry = Scores.Ccgp.Evaluate(constant, conditions, [s_first], new CcgpOptions { Decoder = decoder })[0];
            entry.Value.Reason.ShouldBe("the representation has zero variance: all rows are equal");
        }
    }

    [Fact]
    public void The_mean_repeats_the_warnings_of_its_parts()
    {
        var (representation, conditions) = Samples.Clouds(6, 3, 4, 1, seed: 2);
        var options = new CcgpOptions { Decoder = LinearDecoder.LeastSquares, MaximumSplits = 4 };
        var even = new Dichotomy("even", [true, true, true, false, false, false]);
        var uneven = new Dichotomy("uneven", [true, true, false, false, false, false]);

        var alike = Scores.Ccgp.Evaluate(representation, conditions, [even, even], options);
        var different = Scores.Ccgp.Evaluate(representation, conditions, [even, uneven], options);

        alike[2].Warnings.ShouldBe(alike[0].Warnings);
        alike[0].Warnings.ShouldHaveSingleItem();
        different[2].Warnings.ShouldBe([$"1 of 2 dichotomies: {different[0].Warnings[0]}", $"1 of 2 dichotomies: {different[1].Warnings[0]}"]);
    }

    [Fact]
    public void Rows_are_drawn_per_condition_when_asked()
    {
        var (representation, conditions) = Samples.Clouds(4, 40, 3, 3, seed: 3);
        var options = new CcgpOptions { MaximumRowsPerCondition = 5, Seed = 1 };

        var one = Scores.Ccgp.Evaluate(representation, conditions, [s_first], options);
        var again = Scores.Ccgp.Evaluate(representation, conditions, [s_first], options);
        var other = Scores.Ccgp.Evaluate(representation, conditions, [s_first], options with { Seed = 2 });

        again.ShouldBe(one);
        other.ShouldNotBe(one);
        (one[0].Value.Value * 40).ShouldBe(Math.Round(one[0].Value.Value * 40), 1e-9);
    }
}
