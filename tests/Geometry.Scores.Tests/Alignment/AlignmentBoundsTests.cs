namespace Geometry.Scores.Tests.Alignment;

public class AlignmentBoundsTests
{
    [Fact]
    public void The_floor_is_what_equidistant_conditions_give()
    {
        var simplex = Samples.Matrix([.. Enumerable.Range(0, 8).Select(i => Enumerable.Range(0, 8).Select(j => i == j ? 1.0 : 0).ToArray())]);
        var (z, conditions) = Samples.Clouds(8, 1, 5, 1, seed: 2);
        var targets = Dichotomy.AllBalanced(8);
        foreach (var kind in new[] { AlignmentKind.Centred, AlignmentKind.Uncentred })
        {
            var options = new AlignmentOptions { Kind = kind };
            var equidistant = Scores.Alignment.Evaluate(simplex, targets, conditions, options);
            var entries = Scores.Alignment.Evaluate(z, targets, conditions, options);
            for (var i = 0; i < entries.Count; i++)
            {
                entries[i].Bounds!.Floor!.Value.ShouldBe(equidistant[i].Value.Value, 1e-12);
                entries[i].Bounds!.Ceiling.ShouldBeNull();
            }

            var several = Representation.Signs([targets[0], targets[1], targets[7]], conditions);
            Scores.Alignment.Evaluate(z, several, "three", conditions, options).Bounds!.Floor!.Value
                .ShouldBe(Scores.Alignment.Evaluate(simplex, several, "three", conditions, options).Value.Value, 1e-12);
        }

        // One balanced target of m conditions: sqrt(1 / (m - 1)), 0.577 for four.
        Scores.Alignment.Evaluate(z, targets, conditions)[0].Bounds!.Floor!.Value.ShouldBe(Math.Sqrt(1 / 7.0), 1e-12);
        Scores.Alignment.Evaluate(z, targets, conditions, new AlignmentOptions { Kind = AlignmentKind.Debiased })[0].Bounds!.Floor.ShouldBe(0);
    }

    [Fact]
    public void No_representation_leaves_the_region_that_its_input_alignment_allows()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var (z, conditions) = Samples.Clouds(6, 3, 4, 0.4, seed);
            var (input, _) = Samples.Clouds(6, 3, 9, 0.4, 100 + seed % 2 * seed);
            foreach (var kind in Enum.GetValues<AlignmentKind>())
            {
                var options = new AlignmentOptions { Kind = kind };
                foreach (var entry in Scores.Alignment.Evaluate(z, Dichotomy.AllBalanced(6), conditions, options, input).Where(e => e.Value.IsDefined && e.Bounds?.Least is not null))
                {
                    entry.Value.Value.ShouldBeInRange(entry.Bounds!.Least!.Value - 1e-9, entry.Bounds.Ceiling!.Value + 1e-9, $"{kind} {seed} {entry.Target}");
                }
            }
        }
    }

    [Fact]
    public void The_ceiling_is_the_arc_between_input_and_target()
    {
        // Kernels on the arc: mixtures of the centred kernels of input and target are as close to the target as their input alignment allows.
        var conditions = Samples.Conditions(0, 1, 2, 3);
        var target = Dichotomy.AllBalanced(4)[2];
        var input = Samples.Matrix([[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]);
        foreach (var share in new[] { 0.0, 0.3, 1, 4 })
        {
            var mixture = Samples.Matrix([.. Enumerable.Range(0, 4).Select(i => (double[])
                [.. Enumerable.Range(0, 4).Select(j => i == j ? 1.0 : 0), target.IsPositive(i) ? share : -share])]);
            var entry = Scores.Alignment.Evaluate(mixture, [target], conditions, null, input)[0];

            entry.Value.Value.ShouldBe(entry.Bounds!.Ceiling!.Value, 1e-7);
            var (c, a) = (1 / Math.Sqrt(3), Scores.Alignment.Evaluate(mixture, input, "input", conditions).Value.Value);
            entry.Bounds.Ceiling.Value.ShouldBe(c * a + Math.Sqrt((1 - c * c) * (1 - a * a)), 1e-7);
        }
    }

    [Fact]
    public void Bounds_of_the_mean_are_means_and_a_dead_input_leaves_the_floor_alone()
    {
        var (z, conditions) = Samples.Clouds(4, 3, 4, 0.4, seed: 6);
        var (input, _) = Samples.Clouds(4, 3, 9, 0.4, seed: 7);
        var entries = Scores.Alignment.Evaluate(z, Dichotomy.AllBalanced(4), conditions, null, input);
        entries[3].Bounds!.Ceiling!.Value.ShouldBe(entries.Take(3).Average(e => e.Bounds!.Ceiling!.Value), 1e-12);

        var dead = new Representation(new float[12], 12, 1);
        var bounds = Scores.Alignment.Evaluate(z, Dichotomy.AllBalanced(4), conditions, null, dead)[0].Bounds!;
        (bounds.Floor is > 0.57, bounds.Least, bounds.Ceiling).ShouldBe((true, null, null));
        Should.Throw<ArgumentException>(() => Scores.Alignment.Evaluate(z, Dichotomy.AllBalanced(4), conditions, null, new Representation(new float[3], 3, 1)))
            .Message.ShouldContain("the input has 3");
    }
}
