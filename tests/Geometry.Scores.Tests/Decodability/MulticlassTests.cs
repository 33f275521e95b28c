namespace Geometry.Scores.Tests.Decodability;

public class MulticlassTests
{
    private static readonly DecodabilityOptions s_options = new() { Decoder = LinearDecoder.LeastSquares, Folds = 5, Measures = DecodingMeasures.All };

    [Fact]
    public void Separate_classes_are_told_apart_and_shuffled_ones_are_not()
    {
        var (representation, conditions) = Samples.Clouds(4, 15, 8, 0.1, seed: 1);
        foreach (var kind in new[] { NullKind.LabelShuffle, NullKind.Geometric })
        {
            var entries = Scores.Decodability.EvaluateClasses(
                representation, conditions, "condition", conditions, s_options with { Null = new NullOptions { Draws = 20, Kind = kind } });

            entries.Select(e => e.Variant).ShouldBe(
                ["least-squares/5-fold/multiclass-accuracy", "least-squares/5-fold/multiclass-balanced-accuracy", "least-squares/5-fold/multiclass-auc"]);
            entries.ShouldAllBe(e => e.Value.Value == 1 && e.N == 60 && e.StandardError == 0 && e.Null!.Draws == 20);
            entries[0].Null!.Mean.ShouldBe(kind == NullKind.LabelShuffle ? 0.25 : 1, 0.05);
        }
    }

    [Fact]
    public void Two_classes_are_decoded_as_their_dichotomy()
    {
        var (representation, conditions) = Samples.Clouds(4, 15, 8, 2, seed: 2);
        var classes = Samples.Conditions([.. conditions.Codes.ToArray().Select(c => c % 2)]);
        foreach (var decoder in new[] { LinearDecoder.LeastSquares, LinearDecoder.SupportVector, LinearDecoder.Logistic })
        {
            var options = s_options with { Decoder = decoder };
            var entries = Scores.Decodability.EvaluateClasses(representation, conditions, "odd", classes, options);
            var dichotomy = Scores.Decodability.Evaluate(representation, conditions, [new Dichotomy("odd", [false, true, false, true])], options);

            entries.Select(e => (e.Value, e.StandardError)).ShouldBe(dichotomy.Select(e => (e.Value, e.StandardError)));
        }
    }

    [Fact]
    public void Ties_share_the_credit()
    {
        var tally = MulticlassTally.Of([[1, 0], [1, 0], [0, 1]], [0, 2], 0, 2, countPairs: true);

        tally.Accuracy.ShouldBe(0.75);
        tally.BalancedAccuracy.ShouldBe(0.75);
        tally.Auc.ShouldBe(1);
    }

    [Fact]
    public void Undefined_cases_and_misuse_are_named()
    {
        var (representation, conditions) = Samples.Clouds(4, 3, 2, 1, seed: 4);

        Scores.Decodability.EvaluateClasses(representation, conditions, "y", Samples.Conditions(new int[12]))[0].Value.Reason.ShouldBe("'y' has only one class");
        var some = new ConditionLabels(conditions.Codes.ToArray().Select(c => Math.Min(c, 2)).ToArray(), conditions.Names);
        Scores.Decodability.EvaluateClasses(representation, some, representation, conditions, "y", some)[0].Value.Reason
            .ShouldBe("there are no rows of class 'c3'");
        Should.Throw<ArgumentException>(() => Scores.Decodability.EvaluateClasses(
            representation, Samples.Conditions(new int[12]), "y", conditions)).Message.ShouldContain("rows of the classes");
    }
}
