using FsCheck;
using FsCheck.Fluent;

namespace Geometry.Tasks.Tests;

public class SeparableXorTaskTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 0.174)]
    [InlineData(1, 0.577)]
    public void Should_Have_The_Alignment_Of_Its_Separability(double separability, double alignment)
    {
        SeparableXorTask task = new() { Separability = separability, Dimensions = 120 };
        task.ClosedFormAlignment.ShouldBe(alignment, 0.0005);
        task.InputTargetAlignment.ShouldBe(task.ClosedFormAlignment, 1e-10);
    }

    [Fact]
    public void Should_Have_The_Alignment_Of_Its_Separability_For_Any_Bits_Dimensions_And_Options() =>
        Prop.ForAll<byte, byte, int>((bits, separability, seed) =>
        {
            SeparableXorTask task = new()
            {
                Bits = 2 + (bits % 5), Separability = separability / 100d, Dimensions = 7 + (bits % 11), Seed = seed,
                Range = (InputRange)(bits % 4), CommonMean = separability % 3, Scale = 1 + bits,
            };
            return Math.Abs(task.InputTargetAlignment - task.ClosedFormAlignment) < 1e-10;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Should_Be_The_Centred_Simplex_At_Separability_1()
    {
        ReadOnlySpan<double> kernel = new SeparableXorTask { Separability = 1, Dimensions = 120 }.InputKernel.Span;
        for (int i = 0; i < 16; i++)
        {
            kernel[i].ShouldBe(i / 4 == i % 4 ? 120 : -40, 1e-10);
        }
    }

    [Fact]
    public void Should_Give_Bits_And_Parity_Features_Of_Their_Own()
    {
        SeparableXorTask task = new() { Dimensions = 9, Separability = 0.5 };
        double[][] means = [.. task.Layout.Means.ToArray().Chunk(9)];
        for (int i = 0; i < 9; i++)
        {
            double[] column = [.. means.Select(mean => mean[i] / means[3][i])];
            column.ShouldBe(i switch { < 3 => [-1, -1, 1, 1], < 6 => [-1, 1, -1, 1], _ => [1, -1, -1, 1] });
        }

        means[3][..6].ShouldAllBe(value => value > 0);
        means[3][6..].ShouldAllBe(value => value < 0);
        task.Layout.Targets.ToArray().ShouldBe([0, 1, 1, 0]);
        task.Layout.TargetNames.ShouldBe(["Bit1^Bit2"]);
    }

    [Fact]
    public void Should_Keep_Its_Directions_When_The_Separability_Changes()
    {
        double[] pure = new SeparableXorTask { Dimensions = 9, Separability = 0 }.Layout.Means.ToArray(), nudged = new SeparableXorTask { Dimensions = 9 }.Layout.Means.ToArray();
        nudged[..6].ShouldBe(pure[..6]);
        pure[6..9].ShouldAllBe(value => value == 0);
    }

    [Fact]
    public void Should_Refuse_Impossible_Settings()
    {
        Should.Throw<ArgumentException>(() => new SeparableXorTask { Bits = 9, Separability = -1, Dimensions = 2 }.Layout).Message.ShouldBe("""
            SeparableXorTask has 3 settings out of range:
              Bits = 9: must be from 2 to 8, because there are 2^Bits conditions and one bit has no parity to learn.
              Separability = -1: must be from 0 to 1000; a negative one is the positive one with the two classes exchanged.
              Dimensions = 2: must be at least 10, because each bit and the parity have features of their own.
            """);
    }
}
