using Geometry.Seeding;

namespace Geometry.Networks.Tests;

public class TrainingComparisonTests
{
    [Theory]
    [InlineData("tanh", 0.95)]
    [InlineData("relu", 0.6)]
    public void Should_Agree_With_True_Training(string text, double leastAlignment)
    {
        const int Dimensions = 40, Rows = 800;
        LearningPoints points = SamplePoints.Random(Dimensions, seed: 3);
        float[] features = new float[Rows * Dimensions], targets = new float[Rows];
        var noise = new RandomStream(1, StreamNames.Noise);
        for (int row = 0; row < Rows; row++)
        {
            targets[row] = points.Targets.Span[row % 4];
            for (int d = 0; d < Dimensions; d++)
            {
                features[(row * Dimensions) + d] = (float)(points.Inputs.Span[(row % 4 * Dimensions) + d] + (0.1 * noise.NextGaussian()));
            }
        }

        var data = new TrainingSet(features, Dimensions, TrainingTargets.Binary(targets));
        MlpOptions options = MlpPresets.FixedReadout with { HiddenWidths = [64], Nonlinearity = Nonlinearity.Parse(text), Epochs = 40 };
        IReadOnlyList<TrainingComparisonRow> rows = TrainingComparison.Run(data, points, options, epochs: [1, 5, 40]);
        rows.Select(row => (row.Epoch, row.Match)).ShouldBe(
            new[] { 1, 5, 40 }.SelectMany(epoch => Enum.GetValues<TrainingMatch>().Select(match => (epoch, match))));

        // At the start the errors are those that the simplification freezes.
        TrainingComparisonRow start = rows[0], end = rows.Single(row => row is { Epoch: 40, Match: TrainingMatch.WeightGrowth });
        start.SimplifiedWeightGrowth!.Value.ShouldBe(start.WeightGrowth, 0.25 * start.WeightGrowth);
        start.Correlation!.Value.ShouldBeGreaterThan(0.95);
        foreach (TrainingComparisonRow row in rows.Where(row => row.Match == TrainingMatch.WeightGrowth))
        {
            row.SimplifiedWeightGrowth!.Value.ShouldBe(row.WeightGrowth, 0.02 * row.WeightGrowth);
        }

        foreach (TrainingComparisonRow row in rows.Where(row => row is { Match: TrainingMatch.Loss, Time: not null }))
        {
            row.SimplifiedLoss!.Value.ShouldBe(row.Loss, 0.05 * row.Loss);
        }

        end.Correlation!.Value.ShouldBeGreaterThan(0.7);
        end.TargetAlignment!.Value.ShouldBeGreaterThan(leastAlignment);
        end.SimplifiedTargetAlignment!.Value.ShouldBe(end.TargetAlignment.Value, 0.15);
        end.SimplifiedInputAlignment!.Value.ShouldBe(end.InputAlignment!.Value, 0.15);

        // Frozen errors never shrink.
        TrainingComparisonRow last = rows.Single(row => row is { Epoch: 40, Match: TrainingMatch.Epoch });
        last.SimplifiedWeightGrowth!.Value.ShouldBeGreaterThan(last.WeightGrowth);
    }

    [Fact]
    public void Should_Refuse_What_Has_No_Simplified_Dynamics()
    {
        LearningPoints points = SamplePoints.Random(4);
        var data = new TrainingSet(new float[16], 4, TrainingTargets.Binary(points.Targets));
        Should.Throw<ArgumentException>(() => TrainingComparison.Run(data, points, new MlpOptions { HiddenWidths = [4, 4] })).Message
            .ShouldStartWith("The simplified dynamics are those of one hidden layer, and the network has 2.");
        Should.Throw<ArgumentException>(() => TrainingComparison.Run(data, points, new MlpOptions { Loss = MlpLoss.MeanSquaredError })).Message
            .ShouldStartWith("The simplified dynamics are those of the binary cross-entropy.");
    }
}
