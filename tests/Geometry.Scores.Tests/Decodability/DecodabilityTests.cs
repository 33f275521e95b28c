namespace Geometry.Scores.Tests.Decodability;

public class DecodabilityTests
{
    [Fact]
    public void Cross_validation_equals_fits_made_one_by_one()
    {
        var (representation, conditions) = Samples.Clouds(4, 9, 6, 2.5, seed: 11);
        var targets = Dichotomy.AllBalanced(4);
        foreach (LinearDecoder decoder in new[] { LinearDecoder.SupportVector, new SupportVectorDecoder { Weighting = ClassWeighting.Balanced }, LinearDecoder.LeastSquares, LinearDecoder.Logistic })
        {
            var options = new DecodabilityOptions { Decoder = decoder, Folds = 4, Seed = 3 };
            var plan = FoldPlan.Of(conditions, options);
            var entries = Scores.Decodability.Evaluate(representation, conditions, targets, options);
            for (var t = 0; t < targets.Count; t++)
            {
                double correct = 0;
                for (var fold = 0; fold < 4; fold++)
                {
                    var train = plan.Rows.Where((_, f) => f != fold).SelectMany(r => r).ToArray();
                    var matrix = new Representation(train.SelectMany(r => representation.Row(r).ToArray()).ToArray(), train.Length, representation.Width);
                    var classifier = decoder.Fit(matrix, train.Select(r => targets[t].IsPositive(conditions.Codes[r])).ToArray());
                    correct += plan.Rows[fold].Count(r => classifier.Decide(representation.Row(r)) > 0 == targets[t].IsPositive(conditions.Codes[r]));
                }

                entries[t].Value.Value.ShouldBe(correct / conditions.Rows, 1e-12, $"{decoder.Name} {targets[t].Name}");
                entries[t].N.ShouldBe(36);
                entries[t].Variant.ShouldBe($"{decoder.Name}/4-fold/accuracy");
            }
        }
    }

    [Fact]
    public void Folds_spread_every_condition_evenly_and_cover_every_row_once()
    {
        var conditions = Samples.Conditions([.. Enumerable.Range(0, 53).Select(i => i % 7 % 4)]);

        var plan = FoldPlan.Of(conditions, new DecodabilityOptions { Folds = 5, Seed = 8 });

        plan.Rows.SelectMany(r => r).Order().ShouldBe(Enumerable.Range(0, 53));
        for (var condition = 0; condition < 4; condition++)
        {
            var counts = plan.Rows.Select(rows => rows.Count(r => conditions.Codes[r] == condition)).ToArray();
            (counts.Max() - counts.Min()).ShouldBeLessThanOrEqualTo(1);
        }
    }

    [Fact]
    public void Separable_clouds_are_decoded_and_unrelated_ones_are_not()
    {
        var (far, conditions) = Samples.Clouds(4, 20, 30, 0.1, seed: 1);
        var (noise, _) = Samples.Clouds(1, 80, 5, 1, seed: 2);
        var targets = Dichotomy.AllBalanced(4);

        Scores.Decodability.Evaluate(far, conditions, targets).ShouldAllBe(e => e.Value.Value == 1);
        Scores.Decodability.Evaluate(noise, conditions, targets)[^1].Value.Value.ShouldBe(0.5, 0.15);
    }

    [Fact]
    public void Balanced_accuracy_sees_through_an_answer_that_is_always_the_same()
    {
        var conditions = Samples.Conditions([.. Enumerable.Range(0, 40).Select(i => i % 4)]);
        var unrelated = new Representation(Enumerable.Range(0, 40).Select(i => i / 4 % 2 * 0.1f).ToArray(), 40, 1);
        var target = new Dichotomy("one", [true, false, false, false]);

        var entries = Scores.Decodability.Evaluate(unrelated, conditions, [target], new DecodabilityOptions { Measures = DecodingMeasures.Both });

        entries[0].Value.ShouldBe(ScoreValue.Of(0.75));
        entries[0].Warnings.ShouldBe(
        [
            "the larger side holds 0.750 of the rows, which is the accuracy of always answering it",
        ]);
        entries[1].Value.ShouldBe(ScoreValue.Of(0.5));
        entries[1].Variant.ShouldBe("svm/10-fold/balanced-accuracy");
    }

    [Fact]
    public void A_dead_layer_has_no_decodability_but_a_reason()
    {
        var conditions = Samples.Conditions([.. Enumerable.Range(0, 40).Select(i => i % 4)]);
        var dead = new Representation(Enumerable.Repeat(0.3f, 80).ToArray(), 40, 2);
        var targets = Dichotomy.AllBalanced(4);
        var options = new DecodabilityOptions { Measures = DecodingMeasures.All, Null = new NullOptions { Draws = 3 } };
        ScoreEntry[] entries =
        [
            .. Scores.Decodability.Evaluate(dead, conditions, [targets[0]], options),
            .. Scores.Decodability.Evaluate(dead, conditions, dead, conditions, [targets[0]], options),
            .. Scores.Decodability.EvaluateClasses(dead, conditions, "condition", conditions, options),
            .. Scores.Decodability.EvaluateClasses(dead, conditions, dead, conditions, "condition", conditions, options),
        ];

        entries.Length.ShouldBe(12);
        entries.ShouldAllBe(e => e.Value.Reason == "the representation has zero variance: all rows are equal" && e.Null == null);
        Scores.Decodability.Evaluate(dead, conditions, targets)[^1].Value.Reason!.ShouldStartWith("undefined for 3 of 3 dichotomies; '{0,1}': the representation has zero variance");
        Scores.Shattering.Evaluate(dead, conditions)[0].Value.Reason!.ShouldContain("zero variance");
    }

    [Fact]
    public void Held_out_error_is_binomial()
    {
        var (train, conditions) = Samples.Clouds(4, 30, 4, 2, seed: 6);
        var (test, _) = Samples.Clouds(4, 30, 4, 2, seed: 6);

        var entry = Scores.Decodability.Evaluate(train, conditions, test, conditions, [Dichotomy.AllBalanced(4)[0]])[0];

        var p = entry.Value.Value;
        p.ShouldBeInRange(0.5, 0.999);
        entry.StandardError!.Value.ShouldBe(Math.Sqrt(p * (1 - p) / 120), 1e-12);
        entry.Variant.ShouldBe("svm/held-out/accuracy");
    }

    [Fact]
    public void Misuse_is_refused_by_name()
    {
        var (a, conditions) = Samples.Clouds(4, 3, 4, 1, seed: 1);
        var (b, _) = Samples.Clouds(4, 3, 5, 1, seed: 1);
        var other = new ConditionLabels(conditions.Codes, ["w", "x", "y", "z"]);
        var targets = Dichotomy.AllBalanced(4);

        Should.Throw<ArgumentException>(() => Scores.Decodability.Evaluate(a, conditions, b, conditions, targets)).Message.ShouldContain("4 units, but the test rows have 5");
        Should.Throw<ArgumentException>(() => Scores.Decodability.Evaluate(a, conditions, a, other, targets)).Message.ShouldContain("same conditions in the same order");
        Should.Throw<ArgumentException>(() => Scores.Decodability.Evaluate(a, conditions, Dichotomy.AllBalanced(6))).Message.ShouldContain("divides 6 conditions, but the data has 4");
        Should.Throw<ArgumentException>(() => Scores.Decodability.Evaluate(a, conditions, [])).Message.ShouldContain("no dichotomy to score");
    }

    [Fact]
    public void A_cost_beyond_double_precision_is_refused_at_any_number_of_threads()
    {
        var (representation, conditions) = Samples.Clouds(4, 6, 4, 1, seed: 1);
        foreach (var threads in new[] { 1, 3 })
        {
            var options = new DecodabilityOptions { Decoder = new SupportVectorDecoder { Cost = 1e308 }, MaximumThreads = threads };
            Should.Throw<InvalidOperationException>(() => Scores.Decodability.Evaluate(representation, conditions, Dichotomy.AllBalanced(4), options))
                .Message.ShouldStartWith("A decoder met numbers beyond double precision.");
        }
    }

    [Fact]
    public void The_larger_cost_follows_the_training_rows_more_closely()
    {
        var (representation, conditions) = Samples.Clouds(4, 10, 4, 2, seed: 2);
        var positive = conditions.Codes.ToArray().Select(code => code < 2).ToArray();

        double Norm(double cost)
        {
            var weights = new SupportVectorDecoder { Cost = cost }.Fit(representation, positive).Weights;
            return weights.ToArray().Sum(w => w * w);
        }

        Norm(1e-3).ShouldBeLessThan(Norm(1));
        Norm(1).ShouldBeLessThan(Norm(1e3));
        Should.Throw<ArgumentOutOfRangeException>(() => new SupportVectorDecoder { Cost = 0 });
    }
}
