using FsCheck;
using FsCheck.Fluent;
using Geometry.Seeding;

namespace Geometry.Scores.Tests.Moments;

public class MomentAccumulatorTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithMaxTest(25);

    [Fact]
    public void Parts_merge_to_the_same_scores_in_any_order_and_grouping()
    {
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), Gen.Choose(0, 3).ToArbitrary(), (seed, magnitude) =>
        {
            var offset = magnitude == 0 ? 0 : Math.Pow(10, magnitude);
            var (representation, conditions) = Samples.Clouds(3, 200, 6, 1, seed, offset);
            var (other, _) = Samples.Clouds(3, 200, 3, 1, seed + 1, -offset);
            var stream = new RandomStream(seed, "parts");
            var partOf = Enumerable.Range(0, representation.Rows).Select(row => (int)Math.Min(3, Math.Floor(4 * Math.Pow(stream.NextDouble(), 2)))).ToArray();
            MomentAccumulator[] Parts() => Streams.Gather(representation, other, conditions, partOf);

            var whole = Streams.Gather(representation, conditions, other);
            var inOrder = Parts();
            inOrder[0].Merge(inOrder[1]);
            inOrder[0].Merge(inOrder[2]);
            inOrder[0].Merge(inOrder[3]);
            var inPairs = Parts();
            inPairs[3].Merge(inPairs[1]);
            inPairs[2].Merge(inPairs[0]);
            inPairs[2].Merge(inPairs[3]);
            Streams.ShouldAgree(AllScores(inOrder[0]), AllScores(whole), 1e-10);
            Streams.ShouldAgree(AllScores(inPairs[2]), AllScores(whole), 1e-10);
        }).Check(s_config);
    }

    [Fact]
    public void Cutting_the_rows_otherwise_changes_no_bit()
    {
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            var (representation, conditions) = Samples.Clouds(2, 400, 5, 1, seed, 10);
            var cut = new MomentAccumulator(conditions, 5);
            Streams.Show(representation, conditions, seed, (_, rows, codes) => cut.Add(rows, codes));
            var whole = new MomentAccumulator(conditions, 5);
            whole.Add(representation.Values, conditions.Codes);
            cut.Rows.ShouldBe(whole.Rows);
            cut.Total().Scatter.ShouldBe(whole.Total().Scatter);
            cut.Total().SquareProducts(0, 0).ShouldBe(whole.Total().SquareProducts(0, 0));
        }).Check(s_config);
    }

    [Fact]
    public void Rows_whose_mean_moves_far_keep_their_precision()
    {
        // Every condition sits at another place, 1e4 standard deviations from the rest, and they come one after the other.
        const int Width = 4, Each = 700;
        var stream = new RandomStream(1, "drift");
        var values = new float[3 * Each * Width];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (float)(1e4 * (i / (Each * Width)) + stream.NextGaussian());
        }

        var representation = new Representation(values, 3 * Each, Width);
        var oneCondition = new MomentAccumulator(["all"], Width);
        oneCondition.Add(values, []);
        var options = new DimensionOptions { Measure = DimensionMeasure.CorrectedParticipationRatio };
        Streams.ShouldAgree(
            [Scores.Dimension.Evaluate(oneCondition, AlignmentUnit.Rows, options)], [Scores.Dimension.Evaluate(representation, null, options)], 1e-12);
    }

    [Fact]
    public void Reading_a_result_does_not_disturb_what_comes_after()
    {
        var (representation, conditions) = Samples.Clouds(3, 200, 4, 1, 2);
        var read = new MomentAccumulator(conditions, 4);
        Streams.Show(representation, conditions, 1, (_, rows, codes) =>
        {
            read.Add(rows, codes);
            Scores.Dimension.Evaluate(read, AlignmentUnit.Rows).N.ShouldBe(read.Rows);
        });
        read.Total().Scatter.ShouldBe(Streams.Gather(representation, conditions).Total().Scatter);
    }

    [Fact]
    public void Rows_that_do_not_fit_are_refused_and_leave_nothing_behind()
    {
        var moments = new MomentAccumulator(["a", "b"], 2, 1);
        Should.Throw<ArgumentException>(() => moments.Add([1, 2, 3], [1], [0])).Message.ShouldContain("no whole number of rows of 2 units");
        Should.Throw<ArgumentException>(() => moments.Add([1, 2], [1], [])).Message.ShouldContain("1 rows, but 0 condition codes");
        Should.Throw<ArgumentException>(() => moments.Add([1, 2], [1], [2])).Message.ShouldContain("codes go from 0 to 1");
        Should.Throw<ArgumentException>(() => moments.Add([1, float.NaN], [1], [0])).Message.ShouldContain("row 0, column 1");
        Should.Throw<ArgumentException>(() => moments.Add([1, 2], [float.PositiveInfinity], [0])).Message.ShouldContain("the other column's row 0");
        Should.Throw<ArgumentException>(() => moments.Add([1, 2], [0])).Message.ShouldContain("1 wide, need 1 values, but 0 were given");
        moments.Rows.ShouldBe(0);
        Should.Throw<ArgumentException>(() => moments.Merge(moments));
        Should.Throw<ArgumentException>(() => moments.Merge(new MomentAccumulator(["a", "c"], 2, 1)));
        Should.Throw<ArgumentException>(() => moments.Merge(new MomentAccumulator(["a", "b"], 2)));
    }

    private static ScoreEntry[] AllScores(MomentAccumulator moments) =>
    [
        .. from kind in new[] { AlignmentKind.Centred, AlignmentKind.Uncentred, AlignmentKind.Debiased }
           from unit in Enum.GetValues<AlignmentUnit>()
           let options = new AlignmentOptions { Kind = kind, Unit = unit }
           from entry in Scores.Alignment.Evaluate(moments, [new Dichotomy("first", [true, false, false])], options).Append(Scores.Alignment.Evaluate(moments, "other", options))
           select entry,
        .. Enum.GetValues<DimensionMeasure>().Select(measure => Scores.Dimension.Evaluate(moments, AlignmentUnit.Rows, new DimensionOptions { Measure = measure })),
        .. Scores.NeuralCollapse.Evaluate(moments, "t", ["a", "b"], [0, 1, 1]),
    ];
}
