namespace Geometry.Tasks.Tests;

/// <summary>Targets that are functions of bits: parities and the six classes of three bits.</summary>
public class LogicTaskTests
{
    [Theory]
    [InlineData(BooleanFunction.Face, "Face", "00001111", 0.5773502691896258)]
    [InlineData(BooleanFunction.Majority, "Corner", "00010111", 0.4330127018922193)]
    [InlineData(BooleanFunction.Multiplexer, "Snake", "01010011", 0.28867513459481287)]
    [InlineData(BooleanFunction.Net, "Net", "00011110", 0.14433756729740643)]
    [InlineData(BooleanFunction.Xor2, "Xor2", "00111100", 0)]
    [InlineData(BooleanFunction.Xor3, "Xor3", "01101001", 0)]
    public void Should_Have_The_Functions_Values_And_Alignment(BooleanFunction function, string name, string values, double alignment)
    {
        foreach (int dimensions in (int[])[3, 4, 100])
        {
            BooleanFunctionTask task = new() { Function = function, Dimensions = dimensions };
            task.Layout.TargetNames.ShouldBe([name]);
            string.Concat(task.Layout.Targets.ToArray()).ShouldBe(values);
            task.ClosedFormAlignment.ShouldBe(alignment, 1e-15);
            task.InputTargetAlignment.ShouldBe(alignment, 1e-10);
        }
    }

    // Every balanced function is one of the six after permuting the bits, negating them and negating the result: 6, 8, 24, 24, 6 and 2 of 70.
    [Fact]
    public void Should_Have_One_Function_Of_Every_Class()
    {
        BooleanFunction[] functions = Enum.GetValues<BooleanFunction>().Distinct().ToArray();
        HashSet<string>[] classes = [.. functions.Select(Orbit)];
        classes.Select(members => members.Count).ShouldBe([6, 8, 24, 24, 6, 2]);
        classes.SelectMany(members => members).ShouldBeUnique();

        static HashSet<string> Orbit(BooleanFunction function)
        {
            float[] values = new BooleanFunctionTask { Function = function }.Layout.Targets.ToArray();
            int[][] orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
            return
            [
                .. from order in orders
                   from flip in Enumerable.Range(0, 8)
                   from negate in (bool[])[false, true]
                   select string.Concat(Enumerable.Range(0, 8).Select(condition =>
                   {
                       int source = order.Select((bit, place) => ((condition >> bit) & 1) << place).Sum() ^ flip;
                       return values[source] == 1 != negate ? '1' : '0';
                   })),
            ];
        }
    }

    [Fact]
    public void Should_Take_The_Raw_Bits_Where_There_Is_One_Feature_A_Bit()
    {
        TaskLayout layout = new ParityTask { Bits = 3, Dimensions = 3 }.Layout;
        layout.Means.ToArray().Chunk(3).ElementAt(5).ShouldBe([1, -1, 1]);
        layout.ConditionNames[5].ShouldBe("101");
        layout.TargetNames.ShouldBe(["Bit1^Bit2^Bit3"]);
        layout.Targets.ToArray().ShouldBe([0, 1, 1, 0, 1, 0, 0, 1]);
    }

    [Fact]
    public void Should_Embed_Bits_Without_Changing_Their_Geometry()
    {
        ParityTask raw = new() { Bits = 4, Dimensions = 4 }, embedded = new() { Bits = 4, Dimensions = 100 };
        embedded.InputKernel.ToArray().Zip(raw.InputKernel.ToArray(), (wide, narrow) => wide - (25 * narrow)).ShouldAllBe(difference => Math.Abs(difference) < 1e-10);
        embedded.Layout.Means.ToArray().ShouldNotBe(new ParityTask { Bits = 4, Seed = 2 }.Layout.Means.ToArray());
    }

    [Theory]
    [InlineData(2, null, "Bit1^Bit2", 0)]
    [InlineData(6, null, "Bit1^Bit2^Bit3^Bit4^Bit5^Bit6", 0)]
    [InlineData(5, 2, "Bit1^Bit2", 0)]
    [InlineData(4, 1, "Bit1", 0.5)]
    public void Should_Be_As_Aligned_As_Parities_Are(int bits, int? order, string name, double alignment)
    {
        ParityTask task = new() { Bits = bits, Order = order };
        task.Layout.TargetNames.ShouldBe([name]);
        task.ConditionCount.ShouldBe(1 << bits);
        task.ClosedFormAlignment.ShouldBe(alignment);
        task.InputTargetAlignment.ShouldBe(alignment, 1e-10);
    }

    [Fact]
    public void Should_Refuse_Impossible_Settings()
    {
        Should.Throw<ArgumentException>(() => new ParityTask { Bits = 1 }.Layout).Message.ShouldContain("Bits = 1: must be from 2 to 10");
        Should.Throw<ArgumentException>(() => new ParityTask { Bits = 3, Order = 4 }.Layout).Message
            .ShouldContain("Order = 4: must be from 1 to Bits = 3, or absent for the parity of all bits.");
        Should.Throw<ArgumentException>(() => new BooleanFunctionTask { Dimensions = 2 }.Layout).Message.ShouldContain("Dimensions = 2: must be at least 3");
        Should.Throw<ArgumentException>(() => new BooleanFunctionTask { Function = (BooleanFunction)6 }.Layout).Message
            .ShouldContain("Function = 6: must be one of Face");
    }
}
