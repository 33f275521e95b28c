using FsCheck;
using FsCheck.Fluent;

namespace Geometry.Tasks.Tests;

public class KernelTaskTests
{
    [Theory]
    [InlineData(32, 1, 5, 0)]
    [InlineData(32, 1, 30, 0.18)]
    [InlineData(32, 5, 5, 0.5)]
    [InlineData(32, 5, 26, 0.99)]
    [InlineData(6, 2, null, 0.4)]
    [InlineData(7, 3, 1, 0.3)]
    [InlineData(4, 1, 1, 1)]
    public void Should_Have_Exactly_The_Given_Alignment(int conditions, int targets, int? rank, double alignment)
    {
        foreach (double spread in (double[])[0, 0.5, 2])
        {
            KernelTask task = new() { Conditions = conditions, Targets = targets, Rank = rank, Alignment = alignment, Spread = spread, Seed = 4 };
            task.ClosedFormAlignment.ShouldBe(alignment);
            task.InputTargetAlignment.ShouldBe(alignment, 1e-10);
        }
    }

    [Fact]
    public void Should_Have_Exactly_Any_Alignment_That_Is_Possible() =>
        Prop.ForAll<byte, byte, int>((shape, level, seed) =>
        {
            // At alignment 0 two targets that differ in one pair of conditions leave that pair the same input, which is refused: one target there.
            int conditions = 5 + (shape % 20), targets = level is 0 ? 1 : 1 + (shape / 20 % (conditions - 3));
            KernelTask task = new() { Conditions = conditions, Targets = targets, Rank = 2, Alignment = level / 255d, Spread = level % 3, Seed = seed };
            int expected = level is 0 ? 2 : Math.Min(conditions - 1, 2 + Math.Max(2, targets));
            return Math.Abs(task.InputTargetAlignment - task.ClosedFormAlignment) < 1e-10 && task.InputRank <= expected;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_Draw_A_Kernel_Of_The_Rank_And_Trace()
    {
        KernelTask task = new() { Conditions = 12, Rank = 4, Dimensions = 20 };
        task.InputRank.ShouldBe(4);
        task.InputTargetAlignment.ShouldBe(task.ClosedFormAlignment, 1e-10);
        Enumerable.Range(0, 12).Sum(i => task.InputKernel.Span[i * 13]).ShouldBe(12 * 20, 1e-9);
        for (int column = 0; column < 20; column++)
        {
            Enumerable.Range(0, 12).Sum(condition => task.Layout.Means.Span[(condition * 20) + column]).ShouldBe(0, 1e-10);
        }

        new KernelTask { Conditions = 12, Rank = 4, Alignment = 0 }.InputRank.ShouldBe(4);
        new KernelTask { Conditions = 12, Targets = 3, Rank = 4, Alignment = 1 }.InputRank.ShouldBe(3);
    }

    // With equal eigenvalues and all m - 1 - k dimensions, a random subspace holds that part of the target.
    [Fact]
    public void Should_Draw_Eigenvectors_In_All_Directions_Alike()
    {
        double[] alignments = [.. Enumerable.Range(1, 200).Select(seed =>
            new KernelTask { Conditions = 16, Rank = 5, Spread = 0, Seed = seed }.InputTargetAlignment)];
        alignments.Average().ShouldBe(Math.Sqrt(5) / 15, 0.02);
        alignments.Max().ShouldBeGreaterThan(0.2);
    }

    [Fact]
    public void Should_Have_Eigenvalues_As_Unequal_As_The_Spread_Says()
    {
        // The participation ratio of r shares from Dirichlet(a) is near (r a + 1) / (a + 1).
        double Ratio(double spread) => Enumerable.Range(1, 40).Average(seed =>
        {
            KernelTask task = new() { Conditions = 32, Rank = 20, Spread = spread, Seed = seed };
            return Math.Pow(Enumerable.Range(0, 32).Sum(i => task.InputKernel.Span[i * 33]), 2) / task.InputKernel.ToArray().Sum(value => value * value);
        });
        Ratio(0).ShouldBe(20, 1e-9);
        Ratio(0.5).ShouldBe(41 / 3d, 0.7);
        Ratio(2).ShouldBe(11 / 1.5, 0.8);
    }

    [Fact]
    public void Should_Draw_Different_Balanced_Targets()
    {
        KernelTask task = new() { Conditions = 6, Targets = 4 };
        float[][] rows = [.. task.Layout.Targets.ToArray().Chunk(4)];
        string[] divisions = [.. Enumerable.Range(0, 4).Select(target => string.Concat(rows.Select(row => row[target] == rows[0][target] ? '0' : '1')))];
        divisions.ShouldBeUnique();
        divisions.ShouldAllBe(division => division.Count(side => side == '1') == 3);
        task.Layout.TargetNames.ShouldBe(["Target1", "Target2", "Target3", "Target4"]);
        task.Layout.ConditionNames.ShouldBe(["C1", "C2", "C3", "C4", "C5", "C6"]);
        task.Layout.LatentNames.ShouldBeEmpty();
        new KernelTask { Conditions = 9 }.Layout.Targets.ToArray().Sum().ShouldBe(4);
    }

    [Fact]
    public void Should_Say_Why_Settings_Are_Impossible()
    {
        Should.Throw<ArgumentException>(() => new KernelTask { Conditions = 3, Alignment = 1.1, Spread = -1 }.InputRank).Message.ShouldBe("""
            KernelTask has 3 settings out of range:
              Conditions = 3: must be from 4 to 256.
              Alignment = 1.1: must be from 0 to 1: it is a cosine, and kernels have no negative part that could make it negative.
              Spread = -1: must be from 0 to 10.
            """);
        Should.Throw<ArgumentException>(() => new KernelTask { Conditions = 6, Targets = 5 }.Layout).Message.ShouldContain("Targets = 5: must be from 1 to 4");
        Should.Throw<ArgumentException>(() => new KernelTask { Conditions = 6, Targets = 2, Rank = 4 }.Layout).Message
            .ShouldContain("Rank = 4: must be from 1 to 3, the dimensions that 2 targets leave");
        Should.Throw<ArgumentException>(() => new KernelTask { Dimensions = 20, Alignment = 0.2 }.Layout).Message.ShouldContain("Dimensions = 20: must be at least 31");
        new KernelTask { Dimensions = 20, Alignment = 0.2, Rank = 5 }.InputTargetAlignment.ShouldBe(0.2, 1e-10);
        Should.Throw<ArgumentException>(() => new KernelTask { Conditions = 4, Targets = 2, Alignment = 0 }.Layout).Message
            .ShouldContain("have the same input but different targets, so that nothing could learn them");
    }
}
