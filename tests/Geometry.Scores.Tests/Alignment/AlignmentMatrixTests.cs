using Geometry.Seeding;

namespace Geometry.Scores.Tests.Alignment;

public class AlignmentMatrixTests
{
    [Fact]
    public void The_matrix_holds_what_single_comparisons_give()
    {
        var (a, conditions) = Samples.Clouds(5, 4, 3, 1, seed: 1);
        var (b, _) = Samples.Clouds(5, 4, 40, 1, seed: 2);
        var (c, _) = Samples.Clouds(5, 4, 7, 1, seed: 3);
        (string Name, Representation Representation)[] layers = [("a", a), ("b", b), ("c", c)];
        foreach (var kind in Enum.GetValues<AlignmentKind>())
        {
            foreach (var unit in Enum.GetValues<AlignmentUnit>())
            {
                var options = new AlignmentOptions { Kind = kind, Unit = unit };
                var matrix = Scores.Alignment.Matrix(layers, conditions, options);
                matrix.Names.ShouldBe(["a", "b", "c"]);
                for (var i = 0; i < 3; i++)
                {
                    matrix[i, i].Value.Value.ShouldBe(1, 1e-9);
                    for (var j = 0; j < 3; j++)
                    {
                        var single = Scores.Alignment.Evaluate(layers[i].Representation, layers[j].Representation, layers[j].Name, conditions, options);
                        matrix[i, j].Value.Value.ShouldBe(single.Value.Value, 1e-12);
                        matrix[i, j].Target.ShouldBe(layers[j].Name);
                    }
                }
            }
        }
    }

    [Fact]
    public void A_dead_layer_leaves_its_row_undefined_and_misuse_is_refused()
    {
        var (a, conditions) = Samples.Clouds(5, 4, 3, 1, seed: 1);
        var dead = new Representation(new float[40], 20, 2);
        var matrix = Scores.Alignment.Matrix([("a", a), ("dead", dead)], conditions);
        matrix[0, 0].Value.Value.ShouldBe(1, 1e-12);
        matrix[0, 1].Value.Reason.ShouldBe("'dead' has zero variance over the 5 rows of the kernel");
        matrix[1, 1].Value.IsDefined.ShouldBeFalse();

        Should.Throw<ArgumentException>(() => Scores.Alignment.Matrix([], conditions)).Message.ShouldContain("no representation");
        Should.Throw<ArgumentException>(() => Scores.Alignment.Matrix([("a", a), ("b", new Representation(new float[2], 2, 1))], conditions))
            .Message.ShouldContain("'b' has 2 rows, but 'a' has 20");
    }

    [Fact]
    public void Minibatches_sum_the_unbiased_criterion_over_batches()
    {
        var (z, _) = Samples.Clouds(1, 41, 6, 1, seed: 11, offset: 2);
        var (u, _) = Samples.Clouds(1, 41, 30, 1, seed: 12);
        var options = new AlignmentOptions { Kind = AlignmentKind.Minibatch, Unit = AlignmentUnit.Rows, BatchSize = 9, Seed = 5 };
        var order = new RandomStream(5, StreamNames.Split).Fork("batches").Permutation(41);
        double Sum(Representation a, Representation b) => Enumerable.Range(0, 4).Sum(batch =>
            Criterion(a, b, order[(41 * batch / 4)..(41 * (batch + 1) / 4)]));

        var expected = Sum(z, u) / Math.Sqrt(Sum(z, z) * Sum(u, u));

        Scores.Alignment.Evaluate(z, u, "u", null, options).Value.Value.ShouldBe(expected, 1e-9);
        Scores.Alignment.Evaluate(z, u, "u", null, options with { BatchSize = 41 }).Value.Value
            .ShouldBe(Scores.Alignment.Evaluate(z, u, "u", null, options with { Kind = AlignmentKind.Debiased }).Value.Value, 1e-10);
    }

    /// <summary>
    /// The unbiased criterion as the mean over ordered quadruples of different rows of k_ij (l_ij + l_qr - 2 l_iq) (Song et al. 2012).
    /// </summary>
    private static double Criterion(Representation a, Representation b, int[] rows)
    {
        double sum = 0;
        long count = 0;
        double K(Representation r, int i, int j) => r.Row(rows[i]).ToArray().Zip(r.Row(rows[j]).ToArray(), (x, y) => (double)x * y).Sum();
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < rows.Length; j++)
            {
                for (var q = 0; q < rows.Length; q++)
                {
                    for (var r = 0; r < rows.Length; r++)
                    {
                        if (new[] { i, j, q, r }.Distinct().Count() == 4)
                        {
                            sum += K(a, i, j) * (K(b, i, j) + K(b, q, r) - 2 * K(b, i, q));
                            count++;
                        }
                    }
                }
            }
        }

        return sum / count;
    }
}
