using FsCheck;
using FsCheck.Fluent;

namespace Geometry.Tasks.Tests;

public class WalshTaskTests
{
    [Theory]
    [InlineData(2, 1, 0)]
    [InlineData(3, 1, 0.3)]
    [InlineData(3, 3, 0.6546536707079772)]
    [InlineData(3, 3, 0.95)]
    [InlineData(3, 3, 1e-9)]
    [InlineData(4, 4, 0)]
    [InlineData(5, 5, 0.2)]
    [InlineData(3, 1, 1)]
    [InlineData(3, 7, 1)]
    public void Should_Have_Exactly_The_Given_Alignment(int bits, int targets, double alignment)
    {
        foreach (double spread in (double[])[0, 0.5, 2])
        {
            WalshTask task = new() { Bits = bits, Targets = targets, Alignment = alignment, Spread = spread, Seed = 5 };
            task.ClosedFormAlignment.ShouldBe(alignment);
            task.InputTargetAlignment.ShouldBe(alignment, 1e-10);
            Cosine(task.Spectrum.ToArray(), targets).ShouldBe(alignment, 1e-12);
        }
    }

    [Fact]
    public void Should_Have_Exactly_Any_Alignment_That_Is_Possible() =>
        Prop.ForAll<byte, byte, int>((shape, level, seed) =>
        {
            int bits = 2 + (shape % 4), targets = 1 + (shape / 4 % ((1 << bits) - 2));
            WalshTask task = new() { Bits = bits, Targets = targets, Alignment = (1 + level) / 256d, Spread = level % 4, Seed = seed };
            double[] spectrum = task.Spectrum.ToArray();
            return Math.Abs(task.InputTargetAlignment - task.ClosedFormAlignment) < 1e-10
                && spectrum.All(share => share >= 0) && Math.Abs(spectrum.Sum() - 1) < 1e-12;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(3, 1)]
    [InlineData(3, 3)]
    [InlineData(2, 3)]
    public void Should_Be_Unstructured_By_Default(int bits, int targets)
    {
        int functions = (1 << bits) - 1;
        WalshTask task = new() { Bits = bits, Targets = targets };
        task.InputTargetAlignment.ShouldBe(Math.Sqrt((double)targets / functions), 1e-10);
        task.Spectrum.ToArray().ShouldAllBe(share => Math.Abs(share - (1d / functions)) < 1e-15);
        ReadOnlySpan<double> kernel = task.InputKernel.Span;
        for (int i = 0; i < kernel.Length; i++)
        {
            kernel[i].ShouldBe(i % (functions + 2) == 0 ? 100 : -100d / functions, 1e-10);
        }
    }

    [Fact]
    public void Should_Give_Equal_Shares_To_Targets_And_To_The_Others_In_The_Centre()
    {
        double[] shares = new WalshTask { Targets = 3, Alignment = 0.8 }.Spectrum.ToArray();
        double ratio = Math.Sqrt(((1 / 0.64) - 1) * 3 / 4);
        shares[..3].ShouldAllBe(share => share == shares[0]);
        shares[3..].ShouldAllBe(share => Math.Abs(share - (ratio * shares[0])) < 1e-15);
    }

    [Fact]
    public void Should_Weigh_The_Walsh_Functions_In_The_Input_By_The_Spectrum()
    {
        WalshTask task = new() { Bits = 2, Targets = 1, Alignment = 0.4, Spread = 0.5 };
        double[] shares = task.Spectrum.ToArray();
        (int First, int Second)[] products = [(0, 0), (0, 1), (0, 2), (0, 3)];
        foreach ((int first, int second) in products)
        {
            // Bit1, Bit2 and Bit1^Bit2 change sign between condition 0 and the others as the bits do.
            double expected = 100 * ((shares[0] * (second < 2 ? 1 : -1)) + (shares[1] * (second % 2 == 0 ? 1 : -1)) + (shares[2] * (second is 0 or 3 ? 1 : -1)));
            task.InputKernel.Span[(first * 4) + second].ShouldBe(expected, 1e-10);
        }
    }

    [Fact]
    public void Should_Target_Single_Bits_First_Then_Pairs()
    {
        TaskLayout layout = new WalshTask { Bits = 3, Targets = 7 , Alignment = 1 }.Layout;
        layout.TargetNames.ShouldBe(["Bit1", "Bit2", "Bit3", "Bit1^Bit2", "Bit1^Bit3", "Bit2^Bit3", "Bit1^Bit2^Bit3"]);
        layout.Targets.ToArray().Chunk(7).ElementAt(6).ShouldBe([1, 1, 0, 0, 1, 1, 0]);
        layout.Targets.ToArray().Chunk(7).ElementAt(1).ShouldBe([0, 0, 1, 0, 1, 1, 1]);
    }

    [Fact]
    public void Should_Draw_Spectra_By_The_Seed_And_Share_The_Centre()
    {
        WalshTask At(double spread, long seed) => new() { Spread = spread, Seed = seed, Alignment = 0.5 };
        At(0.5, 1).Spectrum.ToArray().ShouldBe(At(0.5, 1).Spectrum.ToArray());
        At(0.5, 1).Spectrum.ToArray().ShouldNotBe(At(0.5, 2).Spectrum.ToArray());
        At(0, 1).Spectrum.ToArray().ShouldBe(At(0, 2).Spectrum.ToArray());
        At(0, 1).Layout.Means.ToArray().ShouldNotBe(At(0, 2).Layout.Means.ToArray());
    }

    // Without alignment only the functions that are no targets are in the input: they must generate all bits.
    [Theory]
    [InlineData(2, 1, true)]
    [InlineData(2, 2, false)]
    [InlineData(3, 4, true)]
    [InlineData(3, 5, false)]
    [InlineData(4, 11, true)]
    [InlineData(4, 12, false)]
    public void Should_Refuse_No_Alignment_Where_Conditions_Would_Coincide(int bits, int targets, bool possible)
    {
        WalshTask task = new() { Bits = bits, Targets = targets, Alignment = 0 };
        if (possible)
        {
            task.InputTargetAlignment.ShouldBe(0, 1e-10);
            return;
        }

        Should.Throw<ArgumentException>(() => task.Layout).Message.ShouldContain("Alignment = 0: with");
    }

    [Fact]
    public void Should_Say_Why_Settings_Are_Impossible()
    {
        Should.Throw<ArgumentException>(() => new WalshTask { Bits = 2, Targets = 2, Alignment = 0 }.Spectrum).Message.ShouldBe("""
            WalshTask has 1 setting out of range:
              Alignment = 0: with 2 of 3 Walsh functions as targets, the 1 in the input do not tell the conditions 00 and 11 apart, which have different targets, so that nothing could learn them; use an alignment above 0, fewer targets or more bits.
            """);
        Should.Throw<ArgumentException>(() => new WalshTask { Bits = 9, Alignment = -0.1, Spread = 11 }.Layout).Message.ShouldBe("""
            WalshTask has 3 settings out of range:
              Bits = 9: must be from 2 to 8, because there are 2^Bits conditions.
              Spread = 11: must be from 0 to 10.
              Alignment = -0.1: must be from 0 to 1: it is a cosine, and kernels have no negative part that could make it negative.
            """);
        Should.Throw<ArgumentException>(() => new WalshTask { Bits = 2, Targets = 3, Alignment = 0.9 }.Layout).Message
            .ShouldContain("Alignment = 0.9: must be 1 where all 3 Walsh functions are targets");
        Should.Throw<ArgumentException>(() => new WalshTask { Bits = 2, Targets = 4 }.Layout).Message.ShouldContain("Targets = 4: must be from 1 to 3");
        Should.Throw<ArgumentException>(() => new WalshTask { Bits = 5, Dimensions = 30 }.Layout).Message.ShouldContain("Dimensions = 30: must be at least 31");
        new WalshTask { Bits = 5, Dimensions = 30, Alignment = 0 }.InputTargetAlignment.ShouldBe(0, 1e-10);
    }

    private static double Cosine(double[] shares, int targets) =>
        shares[..targets].Sum() / Math.Sqrt(targets * shares.Sum(share => share * share));
}
