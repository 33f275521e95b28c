namespace Geometry.Scores.Tests.Alignment;

public class AlignmentTests
{
    [Fact]
    public void Unstructured_conditions_have_the_alignment_of_a_simplex()
    {
        // Four orthogonal conditions: K is the identity, so A = 1/sqrt(3) for each balanced dichotomy.
        var simplex = Samples.Matrix([[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]);
        var conditions = Samples.Conditions(0, 1, 2, 3);

        foreach (var entry in Scores.Alignment.Evaluate(simplex, Dichotomy.AllBalanced(4), conditions))
        {
            entry.Value.Value.ShouldBe(1 / Math.Sqrt(3), 1e-12);
        }
    }

    [Fact]
    public void Against_a_simplex_alignment_is_the_root_of_the_relative_participation_ratio()
    {
        var (z, conditions) = Samples.Clouds(7, 1, 5, 1, seed: 4);
        var simplex = new float[49];
        for (var i = 0; i < 7; i++)
        {
            simplex[i * 8] = 3;
        }

        var entry = Scores.Alignment.Evaluate(z, new Representation(simplex, 7, 7), "simplex", conditions);

        var ratio = Scores.Dimension.Evaluate(z, conditions).Value.Value;
        entry.Value.Value.ShouldBe(Math.Sqrt(ratio / 6), 1e-9);
    }

    [Fact]
    public void For_one_balanced_target_the_alignment_is_a_quadratic_form()
    {
        var (z, conditions) = Samples.Clouds(6, 3, 4, 1, seed: 9);
        var target = Dichotomy.AllBalanced(6)[3];
        var means = ConditionMeans.Of(z, conditions);
        means.CentreColumns();
        double form = 0;
        double square = 0;
        for (var i = 0; i < 6; i++)
        {
            for (var j = 0; j < 6; j++)
            {
                var k = VectorKernels.Dot(means.PaddedRow(i), means.PaddedRow(j));
                form += k * (target.IsPositive(i) == target.IsPositive(j) ? 1 : -1);
                square += k * k;
            }
        }

        Scores.Alignment.Evaluate(z, [target], conditions)[0].Value.Value.ShouldBe(form / 6 / Math.Sqrt(square), 1e-12);
    }

    [Theory]
    [InlineData(9, 4, 3)]
    [InlineData(5, 30, 17)]
    [InlineData(12, 30, 2)]
    public void Features_and_kernels_agree(int rows, int width, int otherWidth)
    {
        var (z, _) = Samples.Clouds(1, rows, width, 1, seed: 1, offset: 3);
        var (u, _) = Samples.Clouds(1, rows, otherWidth, 1, seed: 2);
        foreach (var kind in Enum.GetValues<AlignmentKind>())
        {
            AlignmentSide Side(Representation r, bool kernel) => new(ConditionMeans.RowsOf(r), kind, "r", kernel);
            var options = new AlignmentOptions { Kind = kind, BatchSize = 4 };
            var byFeatures = AlignmentFormula.Of(Side(z, false), Side(u, false), options).Value.Value;
            var byKernels = AlignmentFormula.Of(Side(z, true), Side(u, true), options).Value.Value;
            var mixed = AlignmentFormula.Of(Side(z, true), Side(u, false), options).Value.Value;
            byKernels.ShouldBe(byFeatures, 1e-10);
            mixed.ShouldBe(byFeatures, 1e-10);
        }
    }

    [Fact]
    public void Conditions_count_the_same_whatever_their_rows()
    {
        var few = Samples.Matrix([[1, 0], [0, 1], [3, 1], [2, 5]]);
        var many = Samples.Matrix([[1, 0], [0, 1], [0, 1], [0, 1], [3, 1], [2, 5], [2, 5]]);
        var targets = Dichotomy.AllBalanced(4);

        var a = Scores.Alignment.Evaluate(few, targets, Samples.Conditions(0, 1, 2, 3));
        var b = Scores.Alignment.Evaluate(many, targets, Samples.Conditions(0, 1, 1, 1, 2, 3, 3));

        b.ShouldBe(a);
    }

    [Fact]
    public void Few_rows_for_the_width_are_pointed_out()
    {
        var (z, _) = Samples.Clouds(1, 64, 1024, 1, seed: 1);
        var (u, _) = Samples.Clouds(1, 64, 1024, 1, seed: 2);

        var biased = Scores.Alignment.Evaluate(z, u, "u", null, new AlignmentOptions { Unit = AlignmentUnit.Rows });
        var debiased = Scores.Alignment.Evaluate(z, u, "u", null, new AlignmentOptions { Unit = AlignmentUnit.Rows, Kind = AlignmentKind.Debiased });

        biased.Value.Value.ShouldBe(0.94, 0.02);
        biased.Warnings.ShouldHaveSingleItem().ShouldStartWith("64 rows are few for the width: unrelated rows would give 0.9");
        debiased.Value.Value.ShouldBe(0, 0.1);
    }

    [Fact]
    public void Undefined_cases_give_their_reason()
    {
        var (z, conditions) = Samples.Clouds(3, 2, 4, 1, seed: 1);
        var constant = new Representation(Enumerable.Repeat(0.1f, 24).ToArray(), 6, 4);

        Scores.Alignment.Evaluate(constant, z, "z", conditions).Value.Reason.ShouldBe("the representation has zero variance over the 3 rows of the kernel");
        Scores.Alignment.Evaluate(z, constant, "dead", conditions).Value.Reason.ShouldBe("'dead' has zero variance over the 3 rows of the kernel");
        Scores.Alignment.Evaluate(z, z, "z", conditions, new AlignmentOptions { Kind = AlignmentKind.Debiased }).Value.Reason
            .ShouldBe("the debiased estimator needs at least 4 rows in the kernel, there are 3");
        var zero = new Representation(new float[24], 6, 4);
        Scores.Alignment.Evaluate(zero, z, "z", conditions, new AlignmentOptions { Kind = AlignmentKind.Uncentred }).Value.Reason
            .ShouldBe("all values of the representation are zero");
        Should.Throw<ArgumentException>(() => Scores.Alignment.Evaluate(z, z, "z", null)).Message.ShouldContain("needs conditions");
    }

    [Fact]
    public void Two_conditions_are_always_aligned_and_warned_about()
    {
        var (z, conditions) = Samples.Clouds(2, 4, 5, 1, seed: 3);

        var entry = Scores.Alignment.Evaluate(z, Dichotomy.AllBalanced(2), conditions)[0];

        entry.Value.Value.ShouldBe(1, 1e-12);
        entry.Warnings.ShouldBe(["with two rows in the kernel the centred alignment is always 1"]);
    }
}
