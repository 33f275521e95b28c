using Geometry.Seeding;

namespace Geometry.Scores.Tests.Nulls;

public class NullTests
{
    [Theory]
    [InlineData(0.9, ScoreDirection.Higher, 1.0)]
    [InlineData(2, ScoreDirection.Higher, 3 / 4.0)]
    [InlineData(3.5, ScoreDirection.Higher, 1 / 4.0)]
    [InlineData(2, ScoreDirection.Lower, 3 / 4.0)]
    [InlineData(0.5, ScoreDirection.Lower, 1 / 4.0)]
    public void The_p_value_counts_draws_at_least_as_good_and_the_value_itself(double value, ScoreDirection better, double expected)
    {
        var summary = NullSummary.Of("label-shuffle", value, [1, 2, 3], better)!;

        summary.PValue.ShouldBe(expected, 1e-15);
        summary.Mean.ShouldBe(2, 1e-15);
        summary.StandardDeviation.ShouldBe(1, 1e-15);
        summary.Draws.ShouldBe(3);
    }

    [Fact]
    public void Shuffled_labels_decode_as_decoders_fitted_one_by_one()
    {
        var (representation, conditions) = Samples.Clouds(4, 10, 5, 1.5, seed: 1);
        var target = Dichotomy.AllBalanced(4)[1];
        var nullOptions = new NullOptions { Draws = 3, Seed = 4 };
        foreach (var decoder in new[] { LinearDecoder.LeastSquares, LinearDecoder.SupportVector })
        {
            var options = new DecodabilityOptions { Decoder = decoder, Folds = 4, Null = nullOptions };
            var plan = FoldPlan.Of(conditions, options);
            var order = plan.Rows.SelectMany(r => r).ToArray();
            var starts = plan.Rows.Aggregate(new List<int> { 0 }, (list, fold) => [.. list, list[^1] + fold.Length]).ToArray();
            var ways = DecodingRun.WithShuffles([.. order.Select(row => conditions.Codes[row])], starts, nullOptions);
            var expected = ways.Select(codes => BruteForce(representation, order, starts, codes, target, decoder)).ToArray();

            var entry = Scores.Decodability.Evaluate(representation, conditions, [target], options)[0];

            entry.Value.Value.ShouldBe(expected[0], 1e-12);
            entry.Null!.Mean.ShouldBe(expected.Skip(1).Average(), 1e-12);
            entry.Null.PValue.ShouldBe((1.0 + expected.Skip(1).Count(v => v >= expected[0] - 1e-12)) / 4, 1e-15);
            ways[1].ShouldNotBe(ways[0]);
            for (var fold = 0; fold < 4; fold++)
            {
                ways[1][starts[fold]..starts[fold + 1]].Order().ShouldBe(ways[0][starts[fold]..starts[fold + 1]].Order());
            }
        }
    }

    [Fact]
    public void A_geometric_surrogate_keeps_the_spread_and_the_noise_and_moves_the_centroids()
    {
        var (representation, conditions) = Samples.Clouds(5, 8, 20, 0.5, seed: 2, offset: 3);

        var (surrogate, labels) = Surrogates.Draw(representation, conditions, new NullOptions { Kind = NullKind.Geometric }, 0);

        labels.ShouldBeSameAs(conditions);
        var (before, after) = (ConditionMeans.Of(representation, conditions), ConditionMeans.Of(surrogate, conditions));
        var (grandBefore, grandAfter) = (before.CentreColumns(), after.CentreColumns());
        grandAfter[3].ShouldBe(grandBefore[3], 1e-5);
        VectorKernels.Dot(after.Values, after.Values).ShouldBe(VectorKernels.Dot(before.Values, before.Values), 1e-4);
        (Scores.Alignment.Evaluate(representation, surrogate, "surrogate", conditions).Value.Value < 0.9).ShouldBeTrue();
        double[] Norms(Representation r, RowMatrix centred, double[] grand) =>
            [.. Enumerable.Range(0, r.Rows).Select(row => Math.Sqrt(Enumerable.Range(0, r.Width)
                .Sum(i => Math.Pow(r.Row(row)[i] - grand[i] - centred.Row(conditions.Codes[row])[i], 2))))];
        var norms = Norms(surrogate, after, grandAfter);
        foreach (var (old, row) in Norms(representation, before, grandBefore).Select((v, i) => (v, i)))
        {
            norms[row].ShouldBe(old, 1e-4);
        }
    }

    [Fact]
    public void Generalisation_of_a_square_beats_every_null()
    {
        var (representation, conditions) = Samples.Clouds(4, 1, 30, 1, seed: 3);
        representation = Square(conditions.Count, 15, 30);
        conditions = Samples.Conditions([.. Enumerable.Range(0, 60).Select(row => row / 15)]);
        foreach (var kind in Enum.GetValues<NullKind>())
        {
            var options = new CcgpOptions { Decoder = LinearDecoder.LeastSquares, Null = new NullOptions { Kind = kind, Draws = 30 } };

            var entry = Scores.Ccgp.Evaluate(representation, conditions, [new Dichotomy("first", [false, false, true, true])], options)[0];

            entry.Value.Value.ShouldBeGreaterThan(0.99);
            entry.Null!.PValue.ShouldBe(1 / 31.0, 1e-15, kind.ToString());
            entry.Null.Mean.ShouldBe(0.5, 0.15, kind.ToString());
            entry.Null.Draws.ShouldBe(30);
        }
    }

    [Fact]
    public void Draws_are_the_same_at_any_number_of_threads_and_begin_alike()
    {
        var (representation, conditions) = Samples.Clouds(4, 6, 5, 1, seed: 5);
        var targets = Dichotomy.AllBalanced(4);
        foreach (var kind in Enum.GetValues<NullKind>())
        {
            IReadOnlyList<ScoreEntry> Run(int threads) => Scores.Ccgp.Evaluate(
                representation, conditions, targets, new CcgpOptions { MaximumThreads = threads, Null = new NullOptions { Kind = kind, Draws = 7 } });
            Run(3).ShouldBe(Run(1));
        }

        IReadOnlyList<ScoreEntry> Decode(int threads, NullKind kind) => Scores.Decodability.Evaluate(
            representation, conditions, targets, new DecodabilityOptions { MaximumThreads = threads, Null = new NullOptions { Kind = kind, Draws = 7 } });
        Decode(4, NullKind.LabelShuffle).ShouldBe(Decode(1, NullKind.LabelShuffle));
        Decode(4, NullKind.Geometric).ShouldBe(Decode(1, NullKind.Geometric));
    }

    [Fact]
    public void Any_score_has_a_null_and_the_pair_permutation_is_for_ccgp_alone()
    {
        var (representation, conditions) = Samples.Clouds(6, 6, 5, 1, seed: 5);

        var entry = NullTest.Evaluate(representation, conditions, (r, c) => [Scores.Dimension.Evaluate(r, c)], new NullOptions { Kind = NullKind.Geometric, Draws = 20 })[0];

        entry.Value.ShouldBe(Scores.Dimension.Evaluate(representation, conditions).Value);
        entry.Null!.Draws.ShouldBe(20);
        entry.Null.Kind.ShouldBe("geometric");
        Should.Throw<ArgumentException>(() => NullTest.Evaluate(
            representation, conditions, (r, c) => [Scores.Dimension.Evaluate(r, c)], new NullOptions { Kind = NullKind.PairPermutation }));
        Should.Throw<ArgumentException>(() => Scores.Decodability.Evaluate(
            representation, conditions, Dichotomy.AllBalanced(6), new DecodabilityOptions { Null = new NullOptions { Kind = NullKind.PairPermutation } }));
    }

    private static Representation Square(int conditions, int rowsEach, int width)
    {
        var stream = new RandomStream(9, "square");
        var values = new float[conditions * rowsEach * width];
        var axes = new double[2 * width];
        stream.FillGaussian(axes.AsSpan());
        for (var row = 0; row < conditions * rowsEach; row++)
        {
            var code = row / rowsEach;
            for (var i = 0; i < width; i++)
            {
                values[row * width + i] = (float)(((code / 2) - 0.5) * 2 * axes[i] + ((code % 2) - 0.5) * axes[width + i] + 0.2 * stream.NextGaussian());
            }
        }

        return new Representation(values, conditions * rowsEach, width);
    }

    private static double BruteForce(Representation representation, int[] order, int[] starts, int[] codes, Dichotomy target, LinearDecoder decoder)
    {
        double right = 0;
        for (var fold = 0; fold + 1 < starts.Length; fold++)
        {
            var train = Enumerable.Range(0, order.Length).Where(i => i < starts[fold] || i >= starts[fold + 1]).ToArray();
            var rows = new Representation(train.SelectMany(i => representation.Row(order[i]).ToArray()).ToArray(), train.Length, representation.Width);
            var classifier = decoder.Fit(rows, train.Select(i => target.IsPositive(codes[i])).ToArray());
            for (var i = starts[fold]; i < starts[fold + 1]; i++)
            {
                right += DecodingTally.Credit(classifier.Decide(representation.Row(order[i])), target.IsPositive(codes[i]));
            }
        }

        return right / order.Length;
    }
}
