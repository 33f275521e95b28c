namespace Geometry.Scores.Tests.Collapse;

public class NeuralCollapseTests
{
    private static readonly ConditionLabels s_three = Samples.Conditions(0, 0, 1, 1, 2, 2);

    [Fact]
    public void A_collapsed_simplex_with_its_own_readout_scores_zero()
    {
        double[][] corners = [[1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 1, 0], [0, 0, 1], [0, 0, 1]];
        var readout = new LinearReadout(new float[] { 2, -1, -1, -1, 2, -1, -1, -1, 2 }, new float[3], 3);

        var entries = NeuralCollapse.Evaluate(Samples.Matrix(corners), s_three, "y", s_three, readout);

        entries.Select(e => e.Variant).ShouldBe(ScoreCatalog.Find("collapse")!.Variants.Select(v => v.Name));
        entries.ShouldAllBe(e => e.Value.Value < 1e-7 && e.Warnings.Count == 0);
    }

    [Fact]
    public void Variability_splits_into_conditions_and_noise()
    {
        // Two classes at -2 and 2; each has conditions at -1 and +1 of it, and each condition has rows at -1/2 and +1/2 of it.
        var rows = new List<double[]>();
        for (var i = 0; i < 8; i++)
        {
            rows.Add([(i / 4 * 4) - 2 + (i / 2 % 2 * 2) - 1 + (i % 2) - 0.5]);
        }

        var entries = NeuralCollapse.Evaluate(
            Samples.Matrix([.. rows]), Samples.Conditions(0, 0, 1, 1, 2, 2, 3, 3), "y", Samples.Conditions(0, 0, 0, 0, 1, 1, 1, 1));

        double Value(string variant) => entries.Single(e => e.Variant == variant).Value.Value;
        Value("nc1/trace-quotient/between-conditions").ShouldBe(1 / 4.0, 1e-12);
        Value("nc1/trace-quotient/noise").ShouldBe(1 / 16.0, 1e-12);
        Value("nc1/trace-quotient").ShouldBe(5 / 16.0, 1e-12);
        Value("nc1/pinv").ShouldBe(5 / 32.0, 1e-12);
        Value("nc1/cdnv").ShouldBe(2 * 1.25 / (2 * 16), 1e-12);
        entries.Where(e => e.Variant.StartsWith("nc2", StringComparison.Ordinal)).ShouldAllBe(e => e.Value.Value < 1e-12 && e.Warnings.Single().StartsWith("vacuous"));
        entries.Any(e => e.Variant is "nc3" or "nc4").ShouldBeFalse();
    }

    [Fact]
    public void One_output_stands_for_two_classes()
    {
        var representation = Samples.Matrix([[-1, 0], [-1, 0], [1, 0], [1, 0]]);
        var classes = Samples.Conditions(0, 0, 1, 1);

        var good = NeuralCollapse.Evaluate(representation, classes, "y", classes, new LinearReadout(new float[] { 3, 0 }, default, 1));
        var wrong = NeuralCollapse.Evaluate(representation, classes, "y", classes, new LinearReadout(new float[] { -3, 0 }, default, 1));

        good[^2].Value.Value.ShouldBe(0, 1e-12);
        good[^1].Value.Value.ShouldBe(0);
        wrong[^2].Value.Value.ShouldBe(2, 1e-12);
        wrong[^1].Value.Value.ShouldBe(1);
        wrong[^1].N.ShouldBe(4);
    }

    [Fact]
    public void With_more_classes_than_units_the_pseudo_inverse_variant_does_not_change_under_invertible_maps()
    {
        var (representation, conditions) = Samples.Clouds(12, 8, 4, 1, seed: 3);
        var classes = Samples.Conditions([.. conditions.Codes.ToArray().Select(c => c % 6)]);
        var mapped = new Representation(
            representation.Values.ToArray().Select((_, i) =>
            {
                var row = representation.Row(i / 4);
                return (i % 4) switch { 0 => 3 * row[0] + row[1], 1 => row[1], 2 => row[2] - 2 * row[0], _ => 0.5f * row[3] };
            }).ToArray(),
            representation.Rows,
            4);

        ScoreEntry[] Of(Representation r) => [.. NeuralCollapse.Evaluate(r, conditions, "y", classes).Take(6)];
        var (before, after) = (Of(representation), Of(mapped));
        for (var i = 0; i < 3; i++)
        {
            after[i].Value.Value.ShouldBe(before[i].Value.Value, 1e-4, before[i].Variant);
        }

        Math.Abs(after[3].Value.Value - before[3].Value.Value).ShouldBeGreaterThan(1e-2);
    }

    [Fact]
    public void Undefined_cases_and_misuse_are_named()
    {
        var (representation, conditions) = Samples.Clouds(4, 3, 2, 1, seed: 4);
        var classes = Samples.Conditions([.. conditions.Codes.ToArray().Select(c => c / 2)]);

        NeuralCollapse.Evaluate(representation, conditions, "y", Samples.Conditions(new int[12]))[0].Value.Reason.ShouldBe("'y' has only one class");
        NeuralCollapse.Evaluate(new Representation(new float[24], 12, 2), conditions, "y", classes)[0].Value.Reason.ShouldBe("all class means are equal");
        NeuralCollapse.Evaluate(representation, conditions, "y", new ConditionLabels(classes.Codes, ["a", "b", "c"]))[0].Value.Reason
            .ShouldBe("there are no rows of class 'c'");
        Should.Throw<ArgumentException>(() => NeuralCollapse.Evaluate(representation, classes, "y", conditions)).Message.ShouldContain("rows of the classes");
        Should.Throw<ArgumentException>(() => NeuralCollapse.Evaluate(representation, conditions, "y", classes, new LinearReadout(new float[6], default, 3)));
        Should.Throw<ArgumentException>(() => NeuralCollapse.Evaluate(representation, conditions, "y", classes, new LinearReadout(new float[6], default, 2)));
        Should.Throw<ArgumentException>(() => new LinearReadout(new float[] { float.NaN }, default, 1));
        NeuralCollapse.Evaluate(representation, conditions, "y", classes, new LinearReadout(new float[4], default, 2))[^2].Value.Reason
            .ShouldBe("all weights of the readout are zero");
    }
}
