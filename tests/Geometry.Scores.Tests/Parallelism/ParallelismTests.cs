namespace Geometry.Scores.Tests.Parallelism;

public class ParallelismTests
{
    [Fact]
    public void A_rectangle_is_parallel_along_both_axes_and_not_for_exclusive_or()
    {
        var (representation, conditions) = Samples.Rectangle(2);

        var entries = Scores.Parallelism.Evaluate(
            representation,
            conditions,
            [new Dichotomy("a", [false, false, true, true]), new Dichotomy("b", [false, true, false, true]), new Dichotomy("xor", [false, true, true, false])]);

        entries[0].Value.Value.ShouldBe(1, 1e-12);
        entries[1].Value.Value.ShouldBe(1, 1e-12);
        entries[2].Value.Value.ShouldBeLessThan(0);
        entries[0].N.ShouldBe(2);
    }

    [Fact]
    public void Eight_conditions_try_every_pairing()
    {
        var (representation, conditions) = Samples.Clouds(8, 1, 6, 1, seed: 1);

        var entries = Scores.Parallelism.Evaluate(representation, conditions, Dichotomy.AllBalanced(8));

        entries.Count.ShouldBe(36);
        entries[0].N.ShouldBe(24);
        entries[^1].Value.Value.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Undefined_cases_give_their_reason()
    {
        var (representation, conditions) = Samples.Clouds(4, 2, 3, 1, seed: 1);
        var same = new Representation(new float[24], 8, 3);

        Scores.Parallelism.Evaluate(representation, conditions, [new Dichotomy("all", [true, true, true, true])])[0].Value.Reason
            .ShouldBe("all conditions are on one side of 'all'");
        Scores.Parallelism.Evaluate(same, conditions, [Dichotomy.AllBalanced(4)[0]])[0].Value.Reason
            .ShouldBe("every pairing of '{0,1}' pairs two conditions with equal responses");
        var (two, labels) = Samples.Clouds(2, 2, 3, 1, seed: 1);
        Scores.Parallelism.Evaluate(two, labels, Dichotomy.AllBalanced(2))[0].Value.Reason
            .ShouldBe("at least two pairs of conditions are compared, but '{0}' has one");
    }

    [Fact]
    public void The_mean_over_neighbours_needs_variables_and_two_differences()
    {
        var (representation, conditions) = Samples.Clouds(4, 2, 3, 1, seed: 1);
        var options = new ParallelismOptions { Pairing = ParallelismPairing.HammingOne };
        var low = Samples.Conditions([.. Enumerable.Range(0, 8).Select(i => i % 2)]);
        var high = Samples.Conditions([.. Enumerable.Range(0, 8).Select(i => i / 2 % 2)]);
        var combined = ConditionLabels.Combine(("high", high), ("low", low));

        var entries = Scores.Parallelism.Evaluate(representation, combined, [.. Dichotomy.AllBalanced(4), new Dichotomy("one", [true, true, true, false])], options);

        entries[0].Variant.ShouldBe("cosine/hamming-one");
        entries.Select(e => e.N).ShouldBe([2, 2, 4, 2, 4]);
        Should.Throw<ArgumentException>(() => Scores.Parallelism.Evaluate(representation, conditions, Dichotomy.AllBalanced(4), options));
        var single = ConditionLabels.Combine(("only", Samples.Conditions([.. Enumerable.Range(0, 8).Select(i => i / 4)])));
        Scores.Parallelism.Evaluate(representation, single, [new Dichotomy("t", [true, false])], options with { Pairing = ParallelismPairing.HammingOne })[0]
            .Value.Reason.ShouldBe("at least two pairs of conditions are compared, but 't' has one");
    }

    [Fact]
    public void The_maximum_over_pairings_lifts_the_null_too()
    {
        var (representation, conditions) = Samples.Clouds(8, 4, 30, 0.1, seed: 2);

        var entry = Scores.Parallelism.Evaluate(
            representation, conditions, Dichotomy.AllBalanced(8), new ParallelismOptions { Null = new NullOptions { Kind = NullKind.Geometric, Draws = 50 } })[^1];

        entry.Null!.Mean.ShouldBeGreaterThan(0.02);
        entry.Null.PValue.ShouldBeGreaterThan(0.02);
    }
}
