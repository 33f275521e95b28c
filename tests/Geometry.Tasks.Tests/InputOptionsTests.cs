using Geometry.Seeding;

namespace Geometry.Tasks.Tests;

/// <summary>The options that all families have: centring, common mean, range, scale, noise.</summary>
public class InputOptionsTests
{
    [Theory]
    [InlineData(InputRange.ZeroToOne, 0, 1)]
    [InlineData(InputRange.NonNegative, 0, double.NaN)]
    public void Should_Bring_Inputs_Into_The_Range(InputRange range, double smallest, double largest)
    {
        double[] means = Means(new UnstructuredBinaryTask { Range = range });
        means.Min().ShouldBe(smallest);
        if (!double.IsNaN(largest))
        {
            means.Max().ShouldBe(largest);
        }
    }

    [Fact]
    public void Should_Divide_By_The_Largest_Magnitude_And_Keep_Centred_Inputs_Centred()
    {
        double[] means = Means(new UnstructuredBinaryTask { Range = InputRange.MinusOneToOne });
        means.Max(Math.Abs).ShouldBe(1);
        means.Min().ShouldBeLessThan(-0.5);
        means.Average().ShouldBe(0, 1e-15);
        Means(new ParityTask { Bits = 3, Dimensions = 3, Range = InputRange.MinusOneToOne }).Distinct().Order().ShouldBe([-1, 1]);
        Means(new ParityTask { Bits = 3, Dimensions = 3, Range = InputRange.ZeroToOne }).Distinct().Order().ShouldBe([0, 1]);
    }

    [Fact]
    public void Should_Shift_And_Scale_Without_Changing_Distances()
    {
        double[] plain = Means(new UnstructuredBinaryTask()), shifted = Means(new UnstructuredBinaryTask { Range = InputRange.NonNegative, Scale = 3 });
        for (int i = 0; i < plain.Length; i++)
        {
            shifted[i].ShouldBe(3 * (plain[i] - plain.Min()), 1e-12);
        }
    }

    [Fact]
    public void Should_Add_The_Same_Vector_To_All_Conditions()
    {
        UnstructuredBinaryTask centred = new() { Dimensions = 400 }, small = new() { Dimensions = 400, CommonMean = 0.5 }, large = new() { Dimensions = 400, CommonMean = 2 };
        double[] smallShift = Difference(small, centred), largeShift = Difference(large, centred);
        for (int i = 0; i < 400; i++)
        {
            smallShift[400 + i].ShouldBe(smallShift[i], 1e-12);
            largeShift[i].ShouldBe(4 * smallShift[i], 1e-12);
        }

        Math.Sqrt(largeShift.Average(value => value * value)).ShouldBe(2, 0.2);
        large.InputKernel.ToArray().Zip(centred.InputKernel.ToArray()).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-9);
    }

    [Theory]
    [InlineData(InputEntries.Uniform, 0.5, 0.2887)]
    [InlineData(InputEntries.AbsoluteGaussian, 0.7979, 0.6028)]
    [InlineData(InputEntries.RectifiedGaussian, 0.3989, 0.5838)]
    public void Should_Draw_Inputs_From_The_Given_Distribution(InputEntries entries, double mean, double deviation)
    {
        double[] means = Means(new UnstructuredBinaryTask { Conditions = 64, Dimensions = 1000, Entries = entries, Center = false });
        means.Average().ShouldBe(mean, 0.01);
        Math.Sqrt(means.Average(value => value * value) - Math.Pow(means.Average(), 2)).ShouldBe(deviation, 0.01);
        means.Min().ShouldBeGreaterThanOrEqualTo(0);
    }

    // Kurtoses of the laws: 3, 9/5 and 6; Student's t with 5 degrees of freedom has 9, with a variance of its own that is large.
    [Theory]
    [InlineData(NoiseLaw.Gaussian, 3, 0.06)]
    [InlineData(NoiseLaw.Uniform, 1.8, 0.02)]
    [InlineData(NoiseLaw.Laplace, 6, 0.4)]
    public void Should_Add_Noise_Of_The_Given_Law_And_Standard_Deviation(NoiseLaw law, double kurtosis, double tolerance)
    {
        double[] noise = NoiseOf(new UnstructuredBinaryTask { Dimensions = 20, Noise = 0.3, NoiseLaw = law });
        double variance = noise.Average(value => value * value);
        noise.Average().ShouldBe(0, 0.003);
        Math.Sqrt(variance).ShouldBe(0.3, 0.003);
        (noise.Average(value => Math.Pow(value, 4)) / (variance * variance)).ShouldBe(kurtosis, tolerance);
    }

    // The two-sided 5 % and 1 % points of Student's t, from tables.
    [Theory]
    [InlineData(3, 3.182, 5.841)]
    [InlineData(5, 2.571, 4.032)]
    [InlineData(30, 2.042, 2.750)]
    public void Should_Have_The_Tails_Of_Students_T(double degreesOfFreedom, double fivePercent, double onePercent)
    {
        double[] noise = NoiseOf(new UnstructuredBinaryTask
        {
            Dimensions = 20, Noise = 2, NoiseLaw = NoiseLaw.StudentT, NoiseDegreesOfFreedom = degreesOfFreedom,
        });
        double unit = 2 * Math.Sqrt((degreesOfFreedom - 2) / degreesOfFreedom);
        noise.Average(value => Math.Abs(value) > fivePercent * unit ? 1d : 0).ShouldBe(0.05, 0.0015);
        noise.Average(value => Math.Abs(value) > onePercent * unit ? 1d : 0).ShouldBe(0.01, 0.0007);
        noise.Average(value => value > 0 ? 1d : 0).ShouldBe(0.5, 0.004);
    }

    [Theory]
    [InlineData(NoiseLaw.Gaussian)]
    [InlineData(NoiseLaw.Uniform)]
    [InlineData(NoiseLaw.Laplace)]
    [InlineData(NoiseLaw.StudentT)]
    public void Should_Sample_The_Same_Rows_First_And_The_Same_Conditions_Whatever_The_Law(NoiseLaw law)
    {
        UnstructuredBinaryTask task = new() { NoiseLaw = law };
        TaskSample sample = task.Sample(40, seed: 3);
        task.Sample(70, seed: 3).Features.ToArray()[..4000].ShouldBe(sample.Features.ToArray());
        sample.Conditions.ToArray().ShouldBe(new UnstructuredBinaryTask().Sample(40, seed: 3).Conditions.ToArray());
    }

    [Fact]
    public void Should_Refuse_Settings_Out_Of_Range()
    {
        ParityTask task = new()
        {
            Dimensions = 0, CommonMean = -1, Range = (InputRange)9, Scale = 0, Noise = double.PositiveInfinity, NoiseLaw = (NoiseLaw)7, NoiseDegreesOfFreedom = 2,
        };
        Should.Throw<ArgumentException>(() => task.Layout).Message.ShouldBe("""
            ParityTask has 7 settings out of range:
              Dimensions = 0: must be at least 5, one feature a bit, because bits are embedded in orthogonal directions; 5 itself gives the raw bits.
              CommonMean = -1: must be from 0 to 1000.
              Range = 9: must be one of Unchanged, ZeroToOne, MinusOneToOne, NonNegative.
              Scale = 0: must be from 0.000001 to 1000000.
              Noise = Infinity: must be a finite number of at least 0.
              NoiseLaw = 7: must be one of Gaussian, Uniform, Laplace, StudentT.
              NoiseDegreesOfFreedom = 2: must be a finite number above 2, because Student's t has no standard deviation otherwise; use Gaussian noise for infinitely many.
            """);
    }

    [Fact]
    public void Should_Refuse_Conditions_That_Nothing_Tells_Apart() =>
        Should.Throw<ArgumentException>(() => new UnstructuredBinaryTask { Conditions = 16, Dimensions = 1, Entries = InputEntries.RectifiedGaussian }.Layout)
            .Message.ShouldContain("have the same input but different targets");

    private static double[] Means(GeometryTask task) => task.Layout.Means.ToArray();

    private static double[] Difference(GeometryTask first, GeometryTask second) => [.. Means(first).Zip(Means(second), (a, b) => a - b)];

    private static double[] NoiseOf(GeometryTask task)
    {
        TaskSample sample = task.Sample(20_000, new RandomStream(3, StreamNames.Noise));
        return
        [
            .. Enumerable.Range(0, sample.Features.Length).Select(i =>
                sample.Features.Span[i] - task.Layout.Means.Span[(sample.Conditions.Span[i / task.Dimensions] * task.Dimensions) + (i % task.Dimensions)]),
        ];
    }
}
