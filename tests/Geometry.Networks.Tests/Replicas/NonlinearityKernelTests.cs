using Geometry.Seeding;
using TorchSharp;
using static TorchSharp.torch;

namespace Geometry.Networks.Tests;

public unsafe class NonlinearityKernelTests
{
    public static TheoryData<string> Texts => [.. NonlinearityTests.ClosedForms.Select(row => (string)((object[])row)[0])];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Should_Be_The_Tensor_Function_And_Its_Gradient(string text)
    {
        using DisposeScope scope = NewDisposeScope();
        Nonlinearity nonlinearity = Nonlinearity.Parse(text);
        float[] points = Points();
        Tensor x = tensor(points, requires_grad: true);
        Tensor y = nonlinearity.Apply(x);
        float[] expectedSlopes = autograd.grad([nonlinearity.Apply(x).sum()], [x])[0].data<float>().ToArray(), expected = y.data<float>().ToArray();
        (float[] values, float[] slopes) = Apply(nonlinearity, points);
        for (int i = 0; i < points.Length; i++)
        {
            double scale = Math.Max(1, Math.Abs(points[i]));
            ((double)values[i]).ShouldBe(expected[i], 6e-7 * scale, $"{text} at {points[i]}");
            ((double)slopes[i]).ShouldBe(expectedSlopes[i], 1.5e-6 * scale, $"derivative of {text} at {points[i]}");
        }
    }

    [Theory]
    [InlineData("tanh")]
    [InlineData("sigmoid")]
    [InlineData("softplus")]
    [InlineData("elu(2)")]
    public void Should_Be_Accurate_To_A_Few_Units_In_The_Last_Place(string text)
    {
        Func<double, double> exact = text switch
        {
            "tanh" => Math.Tanh,
            "sigmoid" => x => 1 / (1 + Math.Exp(-x)),
            "softplus" => x => Math.Max(x, 0) + LogOnePlus(Math.Exp(-Math.Abs(x))),
            _ => x => x > 0 ? x : 2 * Math.Tanh(x / 2) * (Math.Exp(x) + 1),
        };
        float[] points = [.. Enumerable.Range(0, 80_000).Select(i => (i - 40_000) / 2_000f), 1e-8f, -1e-8f, 3e-5f, -3e-5f];
        (float[] values, _) = Apply(Nonlinearity.Parse(text), points);
        double worst = points.Zip(values, (x, value) => exact(x) == 0 ? Math.Abs(value) : Math.Abs((value - exact(x)) / exact(x))).Max();
        worst.ShouldBeLessThan(4 * Math.Pow(2, -23));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Should_Keep_What_Is_Not_A_Number(string text)
    {
        (float[] values, _) = Apply(Nonlinearity.Parse(text), [float.NaN, 1, 2, 3, 4, 5, 6, 7]);
        float.IsNaN(values[0]).ShouldBeTrue();
        values[1..].ShouldAllBe(value => float.IsFinite(value));
        (float[] far, float[] slopes) = Apply(Nonlinearity.Parse(text), [1e4f, -1e4f, 1e9f, -1e9f, 88, -88, 100, -100]);
        far.Concat(slopes).ShouldAllBe(value => float.IsFinite(value));
    }

    [Fact]
    public void Should_Be_Absent_For_A_Users_Own_Function() => Nonlinearity.FromFunction("cube", x => x * x * x).Kernel.ShouldBeNull();

    // The kinks of every function, both zeros, far values, and the range that networks use.
    private static float[] Points()
    {
        float[] random = new float[997];
        new RandomStream(1, "points").FillGaussian(random.AsSpan());
        return [0, -0f, 0.5f, -0.5f, 1, -1, 1.5f, -1.5f, 6, -6, 40, -40, 87, -87, 1e-6f, -1e-6f, 0.625f, -0.625f, .. random.Select(value => 3 * value)];
    }

    private static (float[] Values, float[] Slopes) Apply(Nonlinearity nonlinearity, float[] points)
    {
        int count = VectorWidths.Pad(points.Length);
        float[] slopes = new float[count], values = new float[count];
        points.CopyTo(slopes, 0);
        fixed (float* x = slopes, y = values)
        {
            nonlinearity.Kernel!.Apply(x, y, count);
        }

        return (values[..points.Length], slopes[..points.Length]);
    }

    private static double LogOnePlus(double u) => u < 1e-5 ? u - (u * u / 2) : Math.Log(1 + u);
}
