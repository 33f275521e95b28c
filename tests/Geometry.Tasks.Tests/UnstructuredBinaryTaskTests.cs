using Geometry.Seeding;

namespace Geometry.Tasks.Tests;

public class UnstructuredBinaryTaskTests
{
    [Fact]
    public void Should_Have_Centred_Means_And_A_Balanced_Target()
    {
        UnstructuredBinaryTask task = new() { Conditions = 8, Dimensions = 30 };
        task.ConditionCount.ShouldBe(8);
        task.TargetCount.ShouldBe(1);
        task.Layout.ConditionNames.ShouldBe(["000", "001", "010", "011", "100", "101", "110", "111"]);
        task.Layout.LatentNames.ShouldBe(["Bit1", "Bit2", "Bit3"]);
        task.Layout.Targets.ToArray().ShouldBe([0, 0, 0, 0, 1, 1, 1, 1]);
        task.Layout.Latents.ToArray().Chunk(3).ElementAt(5).ShouldBe([true, false, true]);
        float[] means = task.Layout.Means.ToArray();
        for (int column = 0; column < 30; column++)
        {
            Enumerable.Range(0, 8).Sum(condition => means[(condition * 30) + column]).ShouldBe(0, 1e-5f);
        }

        new UnstructuredBinaryTask { Conditions = 4, Target = "0110" }.Layout.Targets.ToArray().ShouldBe([0, 1, 1, 0]);
    }

    [Fact]
    public void Should_Have_Standard_Normal_Means_Without_Centring()
    {
        float[] means = new UnstructuredBinaryTask { Conditions = 64, Dimensions = 500, Center = false }.Layout.Means.ToArray();
        means.Average(mean => (double)mean).ShouldBe(0, 0.02);
        means.Average(mean => (double)mean * mean).ShouldBe(1, 0.03);
    }

    // For m orthogonal conditions of equal norm the alignment with one balanced target is 1 / sqrt(m - 1).
    [Theory]
    [InlineData(4, 0.577)]
    [InlineData(8, 0.378)]
    public void Should_Be_As_Aligned_With_Its_Target_As_Unstructured_Inputs_Are(int conditions, double expected)
    {
        double[] alignments = [.. Enumerable.Range(1, 50).Select(seed =>
            new UnstructuredBinaryTask { Conditions = conditions, Dimensions = 1000, Seed = seed }.InputTargetAlignment)];
        alignments.Average().ShouldBe(expected, 0.01);
        alignments.Distinct().Count().ShouldBe(50);
    }

    [Fact]
    public void Should_Sample_Conditions_Uniformly_With_Noise_Of_The_Given_Size()
    {
        UnstructuredBinaryTask task = new() { Dimensions = 20, Noise = 0.3 };
        TaskSample sample = task.Sample(20_000, seed: 3);
        for (int condition = 0; condition < 4; condition++)
        {
            sample.Conditions.ToArray().Count(code => code == condition).ShouldBeInRange(4750, 5250);
        }

        double sum = 0, squares = 0;
        for (int row = 0; row < sample.Rows; row++)
        {
            int condition = sample.Conditions.Span[row];
            sample.Targets.Span[row].ShouldBe(task.Layout.Targets.Span[condition]);
            for (int i = 0; i < 20; i++)
            {
                double noise = sample.Features.Span[(row * 20) + i] - task.Layout.Means.Span[(condition * 20) + i];
                sum += noise;
                squares += noise * noise;
            }
        }

        (sum / 400_000).ShouldBe(0, 0.003);
        Math.Sqrt(squares / 400_000).ShouldBe(0.3, 0.002);
    }

    [Fact]
    public void Should_Sample_The_Same_Rows_Again()
    {
        UnstructuredBinaryTask task = new(), same = new(), other = new() { Seed = 2 };
        TaskSample sample = task.Sample(50, seed: 3);
        same.Sample(50, seed: 3).Features.ToArray().ShouldBe(sample.Features.ToArray());
        same.Sample(50, new RandomStream(3, StreamNames.Noise)).Features.ToArray().ShouldBe(sample.Features.ToArray());
        task.Sample(80, seed: 3).Features.ToArray()[..5000].ShouldBe(sample.Features.ToArray());
        task.Sample(50, seed: 4).Features.ToArray().ShouldNotBe(sample.Features.ToArray());
        other.Layout.Means.ToArray().ShouldNotBe(task.Layout.Means.ToArray());
        TaskSample paired = other.Sample(50, seed: 3);
        paired.Conditions.ToArray().ShouldBe(sample.Conditions.ToArray());
    }

    [Fact]
    public void Should_Refuse_Impossible_Settings_All_At_Once()
    {
        UnstructuredBinaryTask task = new() { Conditions = 6, Dimensions = 0, Noise = double.NaN };
        Should.Throw<ArgumentException>(() => task.Layout).Message.ShouldBe("""
            UnstructuredBinaryTask has 3 settings out of range:
              Conditions = 6: must be a power of two from 4 to 1024, because conditions are the combinations of binary variables and two conditions have only one dichotomy.
              Dimensions = 0: must be from 1 to 100000.
              Noise = NaN: must be a finite number of at least 0.
            """);
        Should.Throw<ArgumentException>(() => new UnstructuredBinaryTask { Target = "0111" }.Sample(10, 1)).Message.ShouldBe("""
            UnstructuredBinaryTask has 1 setting out of range:
              Target = 0111: must be 4 digits 0 or 1, one a condition, with 2 of either, because the target is a balanced dichotomy.
            """);
        Should.Throw<ArgumentOutOfRangeException>(() => new UnstructuredBinaryTask().Sample(0, 1));
    }
}
