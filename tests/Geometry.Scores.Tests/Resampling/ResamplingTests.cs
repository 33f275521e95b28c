namespace Geometry.Scores.Tests.Resampling;

public class ResamplingTests
{
    [Fact]
    public void The_jackknife_of_conditions_is_its_formula()
    {
        var (representation, conditions) = Samples.Clouds(6, 3, 5, 1, seed: 1);
        var target = new Dichotomy("t", [true, false, true, false, true, false]);
        double Without(int condition)
        {
            var rows = Enumerable.Range(0, 18).Where(row => conditions.Codes[row] != condition).ToArray();
            var some = new Representation(rows.SelectMany(row => representation.Row(row).ToArray()).ToArray(), rows.Length, 5);
            var labels = new ConditionLabels(
                rows.Select(row => conditions.Codes[row]).Select(c => c < condition ? c : c - 1).ToArray(), [.. conditions.Names.Where((_, c) => c != condition)]);
            return Scores.Alignment.Evaluate(some, [target.Restrict(conditions, labels)], labels)[0].Value.Value;
        }

        var values = Enumerable.Range(0, 6).Select(Without).ToArray();
        var entry = Scores.Resampling.Evaluate(
            representation,
            conditions,
            (r, c) => Scores.Alignment.Evaluate(r, [target.Restrict(conditions, c)], c),
            new ResamplingOptions { Unit = ResamplingUnit.Conditions })[0];

        var error = Math.Sqrt(5 / 6.0 * values.Sum(v => Math.Pow(v - values.Average(), 2)));
        entry.Interval!.Kind.ShouldBe("jackknife/conditions");
        entry.Interval.Draws.ShouldBe(6);
        entry.Interval.StandardError.ShouldBe(error, 1e-12);
        entry.Interval.Upper.ShouldBe(entry.Value.Value + 1.959963984540054 * error, 1e-12);
        entry.Interval.Lower.ShouldBe(entry.Value.Value - 1.959963984540054 * error, 1e-12);
    }

    [Fact]
    public void The_bootstrap_of_rows_shrinks_with_their_number_and_is_the_same_at_any_number_of_threads()
    {
        ScoreInterval Width(int rowsEach, int threads)
        {
            var (representation, conditions) = Samples.Clouds(4, rowsEach, 8, 1, seed: 2);
            return Scores.Resampling.Evaluate(
                representation, conditions, (r, c) => Scores.Parallelism.Evaluate(r, c, [Dichotomy.AllBalanced(4)[0]]), maximumThreads: threads)[0].Interval!;
        }

        var few = Width(5, 2);
        var many = Width(80, 1);

        few.ShouldBe(Width(5, 1));
        few.Kind.ShouldBe("bootstrap/rows");
        few.Draws.ShouldBe(200);
        few.Lower.ShouldBeLessThan(few.Upper);
        (many.Upper - many.Lower).ShouldBeLessThan((few.Upper - few.Lower) / 2);
        many.StandardError.ShouldBeLessThan(few.StandardError / 2);
    }

    [Fact]
    public void Undefined_values_and_single_conditions_have_no_interval()
    {
        var (representation, conditions) = Samples.Clouds(2, 3, 5, 1, seed: 3);

        var undefined = Scores.Resampling.Evaluate(representation, conditions, (r, c) => Scores.Parallelism.Evaluate(r, c, Dichotomy.AllBalanced(2)));
        var jackknife = Scores.Resampling.Evaluate(
            representation, conditions, (r, c) => [Scores.Dimension.Evaluate(r, c)], new ResamplingOptions { Unit = ResamplingUnit.Conditions });

        undefined[0].Interval.ShouldBeNull();
        jackknife[0].Interval.ShouldBeNull();
        jackknife[0].Value.IsDefined.ShouldBeTrue();
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1.959963984540054, 0.025)]
    [InlineData(-1, 0.8413447460685429)]
    [InlineData(4.5, 3.397673124730053e-6)]
    public void The_normal_tail_is_that_of_tables(double z, double tail)
    {
        Normal.UpperTail(z).ShouldBe(tail, 1e-12 * Math.Max(tail, 1e-3));
        Normal.Quantile(1 - tail).ShouldBe(z, 1e-9);
    }
}
