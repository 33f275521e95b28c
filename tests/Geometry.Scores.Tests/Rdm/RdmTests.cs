namespace Geometry.Scores.Tests.Rdm;

public class RdmTests
{
    [Fact]
    public void Centred_cosine_of_squared_distances_is_the_centred_alignment()
    {
        var (z, conditions) = Samples.Clouds(7, 3, 5, 0.5, seed: 1, offset: 3);
        var (u, _) = Samples.Clouds(7, 3, 11, 0.5, seed: 2);
        var targets = new[] { new Dichotomy("two", [true, true, false, false, false, false, false]) };
        var options = new RdmOptions { Comparison = RdmComparison.CentredCosine };

        Scores.Rdm.Evaluate(z, u, "u", conditions, options).Value.Value.ShouldBe(Scores.Alignment.Evaluate(z, u, "u", conditions).Value.Value, 1e-12);
        Scores.Rdm.Evaluate(z, targets, conditions, options)[0].Value.Value.ShouldBe(Scores.Alignment.Evaluate(z, targets, conditions)[0].Value.Value, 1e-12);
    }

    [Fact]
    public void A_rectangle_has_the_distances_of_its_sides()
    {
        var (rectangle, conditions) = Samples.Rectangle(3);
        var matrix = Scores.Rdm.Matrix(rectangle, conditions);
        matrix.Names.ShouldBe(conditions.Names);
        matrix.Pairs.ToArray().ShouldBe([4, 16, 20, 20, 16, 4]);
        (matrix[2, 1], matrix[1, 2], matrix[3, 3], matrix[3, 2]).ShouldBe((20, 20, 0, 4));

        var side = new Dichotomy("long side", [false, false, true, true]);
        Scores.Rdm.Evaluate(rectangle, [side], conditions, new RdmOptions { Comparison = RdmComparison.Cosine })[0].Value.Value
            .ShouldBe(72 / Math.Sqrt(4 * (16 + 256 + 400 + 400 + 256 + 16)), 1e-12);

        // Ranks 1.5, 3.5, 5.5, 5.5, 3.5, 1.5 against 1.5 and 4.5: deviations -2, 0, 2, 2, 0, -2 and -2, 1, 1, 1, 1, -2.
        Scores.Rdm.Evaluate(rectangle, [side], conditions, new RdmOptions { Comparison = RdmComparison.Spearman })[0].Value.Value
            .ShouldBe(12 / Math.Sqrt(16 * 12), 1e-12);
    }

    [Fact]
    public void Equal_values_share_their_mean_rank() =>
        RdmFormula.Ranks([3, 1, 3 + 1e-15, -2, 3, 7]).ShouldBe([4, 2, 4, 1, 4, 6]);

    [Fact]
    public void Several_targets_are_followed_by_their_mean()
    {
        var (z, conditions) = Samples.Clouds(4, 3, 5, 0.5, seed: 4);
        var entries = Scores.Rdm.Evaluate(z, Dichotomy.AllBalanced(4), conditions);
        entries.Count.ShouldBe(4);
        entries.ShouldAllBe(e => e.Score == "rdm" && e.Variant == "squared-euclidean/pearson");
        entries[3].Target.ShouldBe(ScoreEntry.MeanTarget);
        entries[3].Value.Value.ShouldBe(entries.Take(3).Average(e => e.Value.Value), 1e-12);
        (entries[0].N, entries[3].N).ShouldBe((6, 3));
    }

    [Fact]
    public void Undefined_cases_give_their_reason()
    {
        var (z, conditions) = Samples.Clouds(4, 3, 5, 0.5, seed: 4);
        ScoreValue Of(Representation r, ConditionLabels c, Dissimilarity d, RdmComparison k = RdmComparison.Pearson) =>
            Scores.Rdm.Evaluate(r, r, "itself", c, new RdmOptions { Dissimilarity = d, Comparison = k }).Value;
        var dead = new Representation(Enumerable.Repeat(0.3f, 60).ToArray(), 12, 5);

        Of(dead, conditions, Dissimilarity.SquaredEuclidean).Reason.ShouldBe("the representation has zero variance over the 4 condition means");
        Of(dead, conditions, Dissimilarity.Crossnobis).Reason.ShouldBe("the representation does not vary");
        Of(dead, conditions, Dissimilarity.Correlation).Reason.ShouldBe("the mean response of the representation to 'c0' is the same in all units");
        Of(new Representation(z.Values[..12].ToArray(), 12, 1), conditions, Dissimilarity.Correlation).Reason!.ShouldStartWith("a correlation over units needs at least 2");
        var (rectangle, corners) = Samples.Rectangle(3);
        Of(rectangle, corners, Dissimilarity.Crossnobis).Reason!
            .ShouldStartWith("2 of 3 units of the representation vary between conditions but not within them (the first is unit 0)");
        var (two, twoConditions) = Samples.Clouds(2, 3, 5, 0.5, seed: 4);
        Of(two, twoConditions, Dissimilarity.SquaredEuclidean).Reason.ShouldBe("a correlation over pairs of conditions needs at least 3 conditions, there are 2");
        Of(two, twoConditions, Dissimilarity.SquaredEuclidean, RdmComparison.Cosine).Value.ShouldBe(1, 1e-12);
        Scores.Rdm.Evaluate(two, Dichotomy.AllBalanced(2), twoConditions, new RdmOptions { Comparison = RdmComparison.Cosine })[0].Warnings.ShouldHaveSingleItem();
        Scores.Rdm.Evaluate(z, [new Dichotomy("none", new bool[4])], conditions)[0].Value.Reason.ShouldBe("all dissimilarities of 'none' are zero");
        var simplex = Representation.OneHot(conditions);
        Of(simplex, conditions, Dissimilarity.SquaredEuclidean).Reason.ShouldBe("all dissimilarities of the representation are equal");

        var matrix = Scores.Rdm.Matrix(dead, conditions);
        matrix.Reason.ShouldNotBeNull();
        matrix.Pairs.Length.ShouldBe(0);
        Should.Throw<InvalidOperationException>(() => matrix[0, 1]).Message.ShouldContain("zero variance");
        Should.Throw<ArgumentOutOfRangeException>(() => matrix[0, 4]);
    }
}
