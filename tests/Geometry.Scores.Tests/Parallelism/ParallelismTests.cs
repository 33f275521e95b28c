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

        Scores.Parallelism.Evaluate(representation, conditions, [new Dichotomy("one", [true, false, false, false])])[0].Value.Reason
            .ShouldBe("every condition must have a partner, but the sides of 'one' have 1 and 3 conditions");
        Scores.Parallelism.Evaluate(same, conditions, [Dichotomy.AllBalanced(4)[0]])[0].Value.Reason
            .ShouldBe("every pairing of '{0,1}' pairs two conditions with equal responses");
        var (two, labels) = Samples.Clouds(2, 2, 3, 1, seed: 1);
        Scores.Parallelism.Evaluate(two, labels, Dichotomy.AllBalanced(2))[0].Value.Reason
            .ShouldBe("at least two pairs of conditions are compared, but '{0}' has one");
    }
}
