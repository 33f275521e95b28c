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
        double[] means = task.Layout.Means.ToArray();
        for (int column = 0; column < 30; column++)
        {
            Enumerable.Range(0, 8).Sum(condition => means[(condition * 30) + column]).ShouldBe(0, 1e-12);
        }

        new UnstructuredBinaryTask { Conditions = 4, Target = "0110" }.Layout.Targets.ToArray().ShouldBe([0, 1, 1, 0]);
    }

    [Fact]
    public void Should_Have_Standard_Normal_Means_Without_Centring()
    {
        double[] means = new UnstructuredBinaryTask { Conditions = 64, Dimensions = 500, Center = false }.Layout.Means.ToArray();
        means.Average().ShouldBe(0, 0.02);
        means.Average(mean => mean * mean).ShouldBe(1, 0.03);
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
                double noise = sample.Features.Span[(row * 20) + i] - (float)task.Layout.Means.Span[(condition * 20) + i];
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

    // Rows of published results: these numbers never change.
    [Fact]
    public void Should_Keep_Its_Numbers()
    {
        Check(
            new UnstructuredBinaryTask { Dimensions = 6 }, [3, 1, 3, 3, 0, 3, 1, 2],
            [-0.30797347f, 0.28421605f, -0.2116017f, 1.6582578f, 0.6294364f, 0.049245074f],
            [0.11377782f, 0.5843889f, 0.40214607f, -1.1914532f, -0.14645185f, 0.43866605f],
            [-0.9399266f, -0.41813877f, 0.1421829f, -0.7260446f, -0.84820575f, 0.15981087f]);
        Check(
            new UnstructuredBinaryTask { Dimensions = 6, Center = false, Seed = 7, Conditions = 8, Noise = 0.25 }, [7, 2, 7, 7, 1, 7, 3, 4],
            [-2.3069022f, 0.26623935f, 0.40054375f, 1.5141587f, -1.4251053f, 1.5556223f],
            [-0.8511689f, -0.18310435f, 0.3496717f, -0.61929333f, 0.23781036f, 0.6091951f],
            [-0.60930324f, 0.34187728f, 0.48142636f, 1.6688367f, -1.0283202f, 0.3204245f]);

        static void Check(UnstructuredBinaryTask task, int[] conditions, float[] firstMean, float[] firstRow, float[] row299)
        {
            TaskSample sample = task.Sample(300, seed: 5);
            Array.ConvertAll(task.Layout.Means.ToArray(), mean => (float)mean)[..6].ShouldBe(firstMean);
            sample.Conditions.ToArray()[..8].ShouldBe(conditions);
            sample.Features.ToArray()[..6].ShouldBe(firstRow);
            sample.Features.ToArray()[1794..].ShouldBe(row299);
        }
    }

    [Theory]
    [InlineData(4, "Bit2", "0101")]
    [InlineData(4, "bit1^BIT2", "0110")]
    [InlineData(8, "Parity", "01101001")]
    [InlineData(8, "Bit1^Bit3", "01011010")]
    [InlineData(8, "majority", "00010111")]
    [InlineData(8, "11110000", "11110000")]
    public void Should_Find_Targets_By_Name(int conditions, string name, string expected)
    {
        TaskLayout layout = new UnstructuredBinaryTask { Conditions = conditions, Target = name }.Layout;
        string.Concat(layout.Targets.ToArray()).ShouldBe(expected);
        layout.TargetNames.ShouldBe([name]);
    }

    [Theory]
    [InlineData(4, 3)]
    [InlineData(8, 35)]
    [InlineData(16, 6435)]
    public void Should_Number_All_Balanced_Dichotomies(int conditions, int count)
    {
        int step = Math.Max(1, count / 100);
        string[] divisions = [.. Enumerable.Range(0, count).Where(number => number % step == 0).Select(number =>
            string.Concat(new UnstructuredBinaryTask { Conditions = conditions, TargetNumber = number, Dimensions = 2 }.Layout.Targets.ToArray()))];
        divisions.ShouldBeUnique();
        divisions.ShouldAllBe(division => division.Count(side => side == '1') * 2 == conditions && division.EndsWith('0'));
        Should.Throw<ArgumentException>(() => new UnstructuredBinaryTask { Conditions = conditions, TargetNumber = count }.Layout)
            .Message.ShouldContain($"TargetNumber = {count}: must be from 0 to {count - 1}");
    }

    [Fact]
    public void Should_Name_Numbered_Targets_By_Their_Members()
    {
        TaskLayout layout = new UnstructuredBinaryTask { TargetNumber = 1 }.Layout;
        layout.TargetNames.ShouldBe(["{0,2}"]);
        layout.Targets.ToArray().ShouldBe([1, 0, 1, 0]);
        new UnstructuredBinaryTask { Conditions = 32, TargetNumber = 300_540_194 }.Layout.TargetNames.ShouldBe(["{15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30}"]);
    }

    [Theory]
    [InlineData("Bit3")]
    [InlineData("Bit1^Bit1")]
    [InlineData("")]
    [InlineData("01")]
    [InlineData("Snake")]
    public void Should_Refuse_Names_Of_No_Dichotomy(string name) =>
        Should.Throw<ArgumentException>(() => new UnstructuredBinaryTask { Target = name }.Layout).Message.ShouldContain($"  Target = {name}: must be 4 digits");

    [Fact]
    public void Should_Refuse_Two_Targets() =>
        Should.Throw<ArgumentException>(() => new UnstructuredBinaryTask { Target = "Bit1", TargetNumber = 1 }.Layout)
            .Message.ShouldContain("TargetNumber = 1: must be absent where Target = Bit1");

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
              Target = 0111: must be 4 digits 0 or 1, one a condition, with 2 of either, because the target is a balanced dichotomy; or the parity of some latent variables, such as Bit1 or Bit1^Bit2; or Parity, that of all.
            """);
        Should.Throw<ArgumentOutOfRangeException>(() => new UnstructuredBinaryTask().Sample(0, 1));
    }
}
