using Geometry.Seeding;

namespace Geometry.Scores.Tests.Dimension;

public class DimensionTests
{
    [Fact]
    public void Orthogonal_conditions_fill_every_direction_but_one()
    {
        var simplex = Samples.Matrix([[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]);
        var conditions = Samples.Conditions(0, 1, 2, 3);

        Value(simplex, conditions, DimensionMeasure.ParticipationRatio).ShouldBe(3, 1e-9);
        Value(simplex, conditions, DimensionMeasure.EntropyRank).ShouldBe(3, 1e-9);
        Value(simplex, conditions, DimensionMeasure.VarianceCount).ShouldBe(3);
    }

    [Fact]
    public void The_correction_finds_the_true_ratio_from_few_rows()
    {
        // Twenty rows of 60 independent units of equal variance: the plain ratio cannot exceed 19.
        double corrected = 0;
        double plain = 0;
        for (var seed = 1; seed <= 40; seed++)
        {
            var values = new float[20 * 60];
            new RandomStream(seed, "rows").FillGaussian(values.AsSpan());
            var rows = new Representation(values, 20, 60);
            corrected += 1 / Value(rows, null, DimensionMeasure.CorrectedParticipationRatio) / 40;
            plain += Value(rows, null, DimensionMeasure.ParticipationRatio) / 40;
        }

        plain.ShouldBeLessThan(19);
        (1 / corrected).ShouldBe(60, 6);
    }

    [Fact]
    public void The_correction_needs_four_rows()
    {
        var (rows, _) = Samples.Clouds(3, 1, 5, 1, seed: 1);

        Scores.Dimension.Evaluate(rows, null, new DimensionOptions { Measure = DimensionMeasure.CorrectedParticipationRatio }).Value.Reason
            .ShouldBe("the correction for the number of rows needs at least 4, there are 3");
    }

    [Fact]
    public void Few_rows_for_the_width_are_pointed_out()
    {
        var (wide, _) = Samples.Clouds(1, 20, 60, 1, seed: 1);
        var (tall, _) = Samples.Clouds(1, 60, 20, 1, seed: 1);

        Scores.Dimension.Evaluate(wide, null).Warnings.ShouldHaveSingleItem().ShouldStartWith("20 rows are few for the width and can show 19 dimensions at most");
        Scores.Dimension.Evaluate(wide, null, new DimensionOptions { Measure = DimensionMeasure.CorrectedParticipationRatio }).Warnings.ShouldBeEmpty();
        Scores.Dimension.Evaluate(tall, null).Warnings.ShouldBeEmpty();
    }

    private static double Value(Representation r, ConditionLabels? conditions, DimensionMeasure measure) =>
        Scores.Dimension.Evaluate(r, conditions, new DimensionOptions { Measure = measure }).Value.Value;
}
