namespace Geometry.Scores.Tests.Rdm;

public class CrossnobisTests
{
    private static readonly RdmOptions s_options = new() { Dissimilarity = Dissimilarity.Crossnobis, Folds = 4 };

    [Theory]
    [InlineData(0.1)]
    [InlineData(0.7)]
    public void The_inverse_is_the_same_in_units_and_in_rows(double shrinkage)
    {
        foreach (var width in new[] { 3, 9, 40 })
        {
            var (z, conditions) = Samples.Clouds(4, 5, width, 1, seed: width);
            int[] rows = [.. Enumerable.Range(2, 18)];
            var (inUnits, inRows) = (new NoisePrecision(z, conditions, rows, shrinkage, "z", false), new NoisePrecision(z, conditions, rows, shrinkage, "z", true));
            var vector = Enumerable.Range(0, width).Select(i => Math.Sin(i)).ToArray();
            var (a, b) = (new double[width], new double[width]);
            inUnits.Multiply(vector, a);
            inRows.Multiply(vector, b);
            for (var i = 0; i < width; i++)
            {
                b[i].ShouldBe(a[i], 1e-10);
            }
        }
    }

    [Fact]
    public void Noise_alone_gives_distances_around_zero_where_plain_ones_are_biased()
    {
        double crossnobis = 0;
        double plain = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            var (noise, _) = Samples.Clouds(1, 60, 10, 1, seed);
            var conditions = Samples.Conditions([.. Enumerable.Range(0, 60).Select(i => i % 6)]);
            crossnobis += Scores.Rdm.Matrix(noise, conditions, s_options).Pairs.ToArray().Average() / 40;
            plain += Scores.Rdm.Matrix(noise, conditions).Pairs.ToArray().Average() / 40;
        }

        crossnobis.ShouldBe(0, 0.1);
        plain.ShouldBe(2, 0.2);
    }

    [Fact]
    public void With_full_shrinkage_units_are_divided_by_their_noise()
    {
        var (z, conditions) = Samples.Clouds(4, 8, 3, 0.7, seed: 3);
        var scaled = new Representation(z.Values.ToArray().Select((v, i) => v * (i % 3 + 1)).ToArray(), z.Rows, 3);
        var options = s_options with { Shrinkage = 1 };

        var (a, b) = (Scores.Rdm.Matrix(z, conditions, options).Pairs.ToArray(), Scores.Rdm.Matrix(scaled, conditions, options).Pairs.ToArray());

        for (var i = 0; i < a.Length; i++)
        {
            b[i].ShouldBe(a[i], 1e-5);
        }
    }

    [Fact]
    public void Without_shrinkage_any_invertible_map_of_the_units_changes_nothing_and_few_rows_are_refused()
    {
        var (z, conditions) = Samples.Clouds(4, 8, 3, 0.7, seed: 3);
        var mixed = new float[z.Values.Length];
        for (var row = 0; row < z.Rows; row++)
        {
            var v = z.Row(row);
            (mixed[row * 3], mixed[row * 3 + 1], mixed[row * 3 + 2]) = (v[0] + 2 * v[1] + 5, v[1] - v[2], 3 * v[2] + v[0]);
        }

        var options = s_options with { Shrinkage = 0 };
        var (a, b) = (Scores.Rdm.Matrix(z, conditions, options).Pairs.ToArray(), Scores.Rdm.Matrix(new Representation(mixed, z.Rows, 3), conditions, options).Pairs.ToArray());
        for (var i = 0; i < a.Length; i++)
        {
            b[i].ShouldBe(a[i], 1e-4 * a.Max());
        }

        var (wide, wideConditions) = Samples.Clouds(4, 3, 30, 1, seed: 1);
        Scores.Rdm.Matrix(wide, wideConditions, options).Reason!.ShouldStartWith("the noise covariance of the representation is singular");
    }

    [Fact]
    public void Units_that_never_vary_do_not_matter_and_every_condition_needs_three_rows()
    {
        var (z, conditions) = Samples.Clouds(4, 8, 3, 0.7, seed: 3);
        var padded = new Representation(Enumerable.Range(0, z.Rows).SelectMany(row => (float[])[0.3f, .. z.Row(row), 0]).ToArray(), z.Rows, 5);
        Scores.Rdm.Matrix(padded, conditions, s_options).Pairs.ToArray().ShouldBe(Scores.Rdm.Matrix(z, conditions, s_options).Pairs.ToArray());

        var (single, ones) = Samples.Clouds(4, 1, 3, 0.7, seed: 3);
        Scores.Rdm.Matrix(single, ones, s_options).Reason!.ShouldStartWith("cross-validated distances need at least 3 rows of every condition; 'c0', 'c1', 'c2' and 1 more has fewer");
    }
}
