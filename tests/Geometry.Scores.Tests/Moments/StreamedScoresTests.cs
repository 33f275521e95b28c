namespace Geometry.Scores.Tests.Moments;

/// <summary>Scores from moments beside the same scores from rows.</summary>
public class StreamedScoresTests
{
    public static TheoryData<int, int, double> Tables => new()
    {
        // Rows of a condition, units, common offset of all rows.
        { 30, 7, 0 },
        { 3, 9, 0 },
        { 300, 5, 0 },
        { 30, 7, 1000 },
        { 3, 40, -300 },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Alignment_is_that_of_the_rows(int rowsEach, int width, double offset)
    {
        var (representation, conditions) = Samples.Clouds(4, rowsEach, width, 0.7, 3, offset);
        var (other, _) = Samples.Clouds(4, rowsEach, 6, 1, 4, -offset / 2);
        var moments = Streams.Gather(representation, conditions, other);
        var targets = Dichotomy.AllBalanced(4).Append(new Dichotomy("odd one out", [true, false, false, false])).ToArray();
        foreach (var kind in new[] { AlignmentKind.Centred, AlignmentKind.Uncentred, AlignmentKind.Debiased })
        {
            foreach (var unit in Enum.GetValues<AlignmentUnit>())
            {
                var options = new AlignmentOptions { Kind = kind, Unit = unit };
                Streams.ShouldAgree(
                    [Scores.Alignment.Evaluate(moments, "other", options)],
                    [Scores.Alignment.Evaluate(representation, other, "other", conditions, options)],
                    1e-10);
                Streams.ShouldAgree(
                    Scores.Alignment.Evaluate(moments, targets, options), Scores.Alignment.Evaluate(representation, targets, conditions, options, other), 1e-10);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Dimension_is_that_of_the_rows(int rowsEach, int width, double offset)
    {
        var (representation, conditions) = Samples.Clouds(5, rowsEach, width, 0.7, 5, offset);
        var moments = Streams.Gather(representation, conditions);
        foreach (var measure in Enum.GetValues<DimensionMeasure>())
        {
            var options = new DimensionOptions { Measure = measure };
            Streams.ShouldAgree(
                [Scores.Dimension.Evaluate(moments, AlignmentUnit.Rows, options)], [Scores.Dimension.Evaluate(representation, null, options)], 1e-9);
            Streams.ShouldAgree(
                [Scores.Dimension.Evaluate(moments, AlignmentUnit.ConditionMeans, options)], [Scores.Dimension.Evaluate(representation, conditions, options)], 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void Collapse_is_that_of_the_rows(int rowsEach, int width, double offset)
    {
        var (representation, conditions) = Samples.Clouds(6, rowsEach, width, 0.7, 6, offset);
        int[] classOf = [0, 1, 2, 2, 1, 0];
        string[] names = ["a", "b", "c"];
        var classes = new ConditionLabels([.. conditions.Codes.ToArray().Select(c => classOf[c])], names);
        var readout = new LinearReadout(Enumerable.Range(0, 3 * width).Select(i => (float)Math.Sin(i)).ToArray(), new float[3], 3);
        var expected = Scores.NeuralCollapse.Evaluate(representation, conditions, "t", classes, readout).Where(e => e.Variant != "nc4").ToArray();
        Streams.ShouldAgree(Scores.NeuralCollapse.Evaluate(Streams.Gather(representation, conditions), "t", names, classOf, readout), expected, 1e-9);
    }

    [Fact]
    public void Degenerate_rows_give_the_reasons_of_the_rows()
    {
        var constant = new Representation(Enumerable.Repeat(0.1f, 24 * 3).ToArray(), 24, 3);
        var conditions = Samples.Conditions([.. Enumerable.Range(0, 24).Select(i => i % 4)]);
        var moments = Streams.Gather(constant, conditions);
        var targets = Dichotomy.AllBalanced(4);
        foreach (var unit in Enum.GetValues<AlignmentUnit>())
        {
            var options = new AlignmentOptions { Unit = unit };
            Streams.ShouldAgree(Scores.Alignment.Evaluate(moments, targets, options), Scores.Alignment.Evaluate(constant, targets, conditions, options), 1e-12);
        }

        Streams.ShouldAgree([Scores.Dimension.Evaluate(moments, AlignmentUnit.Rows)], [Scores.Dimension.Evaluate(constant, null)], 1e-12);
        var classes = new ConditionLabels([.. conditions.Codes.ToArray().Select(c => c / 2)], ["a", "b"]);
        Streams.ShouldAgree(
            Scores.NeuralCollapse.Evaluate(moments, "t", ["a", "b"], [0, 0, 1, 1]), Scores.NeuralCollapse.Evaluate(constant, conditions, "t", classes), 1e-12);
    }

    [Fact]
    public void Nothing_and_missing_conditions_have_reasons()
    {
        var empty = new MomentAccumulator(["a", "b"], 2, 1);
        Scores.Alignment.Evaluate(empty, "other").Value.Reason.ShouldBe("there are no rows");
        Scores.Dimension.Evaluate(empty, AlignmentUnit.Rows).Value.Reason.ShouldBe("there are no rows");
        empty.Add([1, 2], [3], [0]);
        Scores.Alignment.Evaluate(empty, "other").Value.Reason.ShouldBe("there are no rows of 'b'");
        Scores.NeuralCollapse.Evaluate(empty, "t", ["x", "y"], [0, 1])[0].Value.Reason.ShouldBe("there are no rows of 'b'");
        Scores.Alignment.Evaluate(empty, "other", new AlignmentOptions { Unit = AlignmentUnit.Rows }).Value.Reason
            .ShouldBe("the representation has zero variance over the 1 rows of the kernel");
    }

    [Fact]
    public void What_needs_rows_is_refused()
    {
        var moments = Streams.Gather(Samples.Clouds(4, 3, 2, 1, 1).Representation, Samples.Clouds(4, 3, 2, 1, 1).Conditions);
        Should.Throw<ArgumentException>(() => Scores.Alignment.Evaluate(
            moments, Dichotomy.AllBalanced(4), new AlignmentOptions { Kind = AlignmentKind.Minibatch, Unit = AlignmentUnit.Rows })).Message.ShouldContain("needs the rows themselves");
        Should.Throw<ArgumentException>(() => Scores.Alignment.Evaluate(moments, "other")).Message.ShouldContain("one column only");
        Should.Throw<ArgumentException>(() => Scores.NeuralCollapse.Evaluate(moments, "t", ["a", "b"], [0, 1, 2, 0])).Message.ShouldContain("from 0 to 1");
    }
}
