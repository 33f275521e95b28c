using TorchSharp;
using static TorchSharp.torch;

namespace Geometry.Networks.Tests;

public class NonlinearityTests
{
    // Away from the kinks at 0, +-0.5, +-1, +-1.5 and 6.
    private static readonly double[] s_points = [-7.3, -3.1, -1.7, -1.2, -0.7, -0.3, -0.05, 0.04, 0.26, 0.8, 1.3, 1.9, 4.2, 6.6];

    public static TheoryData<string, Func<double, double>, Func<double, double>> ClosedForms => new()
    {
        { "tanh", Math.Tanh, x => 1 - (Math.Tanh(x) * Math.Tanh(x)) },
        { "relu", x => Math.Max(x, 0), x => x > 0 ? 1 : 0 },
        { "sigmoid", Logistic, x => Logistic(x) * (1 - Logistic(x)) },
        { "linear", x => x, _ => 1 },
        { "softplus", x => Math.Log(1 + Math.Exp(x)), Logistic },
        { "swish", x => x * Logistic(x), x => Logistic(x) + (x * Logistic(x) * (1 - Logistic(x))) },
        { "gelu", x => x * NormalCdf(x), x => NormalCdf(x) + (x * NormalDensity(x)) },
        { "abs", Math.Abs, x => Math.Sign(x) },
        { "relu6", x => Math.Min(Math.Max(x, 0), 6), x => x is > 0 and < 6 ? 1 : 0 },
        { "rectified-tanh", x => Math.Max(Math.Tanh(x), 0), x => x > 0 ? 1 - (Math.Tanh(x) * Math.Tanh(x)) : 0 },
        { "linear-tanh", x => x >= 0 ? x : Math.Tanh(x), x => x >= 0 ? 1 : 1 - (Math.Tanh(x) * Math.Tanh(x)) },
        { "linear-gradient-tanh", Math.Tanh, _ => 1 },
        { "leaky-relu(0.3)", x => x >= 0 ? x : 0.3 * x, x => x >= 0 ? 1 : 0.3 },
        { "elu(2)", x => x >= 0 ? x : 2 * (Math.Exp(x) - 1), x => x >= 0 ? 1 : 2 * Math.Exp(x) },
        { "hardtanh(0.5)", x => Math.Clamp(x, -0.5, 0.5), x => Math.Abs(x) < 0.5 ? 1 : 0 },
        { "relu-ceiling(1.5)", x => Math.Clamp(x, 0, 1.5), x => x is > 0 and < 1.5 ? 1 : 0 },
        { "shifted-relu(-0.5)", x => Math.Max(x - 0.5, 0), x => x > 0.5 ? 1 : 0 },
        { "shifted-tanh", x => Math.Tanh(x + 1), x => 1 - (Math.Tanh(x + 1) * Math.Tanh(x + 1)) },
        { "dead-zone(0.5)", x => Math.Sign(x) * Math.Max(Math.Abs(x) - 0.5, 0), x => Math.Abs(x) > 0.5 ? 1 : 0 },
        {
            "saturating-dead-zone(0.5, 1)",
            x => Math.Sign(x) * Math.Min(Math.Max(Math.Abs(x) - 0.5, 0), 1),
            x => Math.Abs(x) is > 0.5 and < 1.5 ? 1 : 0
        },
        {
            "clipped(0.5, 1.5, 0.5, 0.15)",
            x => Math.Clamp(Math.Sign(x + 0.15) * Math.Max(Math.Abs(x + 0.15) - 0.5, 0), -0.5, 1.5),
            x => (x + 0.15) is (> 0.5 and < 2) or (< -0.5 and > -1) ? 1 : 0
        },
        { "smoothed-relu(0.5)", x => (x * NormalCdf(x / 0.5)) + (0.5 * NormalDensity(x / 0.5)), x => NormalCdf(x / 0.5) },
        { "smoothed-tanh(0.5)", x => Averaged(u => Math.Tanh(u), x, 0.5), x => Averaged(u => 1 - (Math.Tanh(u) * Math.Tanh(u)), x, 0.5) },
    };

    [Theory]
    [MemberData(nameof(ClosedForms))]
    public void Should_Follow_Its_Formula_And_Derivative(string text, Func<double, double> value, Func<double, double> derivative)
    {
        using DisposeScope scope = NewDisposeScope();
        Nonlinearity nonlinearity = Nonlinearity.Parse(text);
        Tensor x = tensor(s_points, requires_grad: true);
        Tensor y = nonlinearity.Apply(x);
        double[] values = y.data<double>().ToArray();
        double[] slopes = autograd.grad([nonlinearity.Apply(x).sum()], [x])[0].data<double>().ToArray();
        for (int i = 0; i < s_points.Length; i++)
        {
            values[i].ShouldBe(value(s_points[i]), 1e-6, $"{text} at {s_points[i]}");
            slopes[i].ShouldBe(derivative(s_points[i]), 1e-5, $"derivative of {text} at {s_points[i]}");
        }

        double[] scalarValues = new double[s_points.Length], scalarSlopes = new double[s_points.Length];
        nonlinearity.Evaluate(s_points, scalarValues, scalarSlopes);
        scalarValues.ShouldBe(values, 1e-9);
        scalarSlopes.ShouldBe(slopes, 1e-8);
    }

    [Theory]
    [MemberData(nameof(ClosedForms))]
    public void Should_Know_The_Jumps_Of_Its_Derivative(string text, Func<double, double> value, Func<double, double> derivative)
    {
        const double Near = 1e-9;
        ScalarFunction scalar = Nonlinearity.Parse(text).Scalar!;
        foreach ((double at, double size) in scalar.Jumps)
        {
            (scalar.Slope(at + Near) - scalar.Slope(at - Near)).ShouldBe(size, 1e-7, $"{text} at {at}");
        }

        // Between the jumps the derivative is continuous: over a hundredth it changes by no more than a curvature of 10 allows.
        for (double x = -8; x < 8; x += 0.01)
        {
            double jumped = scalar.Jumps.Where(jump => jump.At >= x - Near && jump.At <= x + 0.01 + Near).Sum(jump => Math.Abs(jump.Size));
            Math.Abs(scalar.Slope(x + 0.01) - scalar.Slope(x)).ShouldBeLessThanOrEqualTo(jumped + (scalar.IsPiecewiseLinear ? 0 : 0.1) + Near, $"{text} at {x}");
        }

        scalar.Value(0.26).ShouldBe(value(0.26), 1e-6);
        scalar.Slope(0.26).ShouldBe(derivative(0.26), 1e-5);
    }

    [Theory]
    [InlineData("clipped(1, 1)", "hardtanh(1)")]
    [InlineData("clipped(0, inf)", "relu")]
    [InlineData("clipped(0, 2)", "relu-ceiling(2)")]
    [InlineData("clipped(0, inf, 0, -0.5)", "shifted-relu(-0.5)")]
    [InlineData("clipped(inf, inf, 0.5)", "dead-zone(0.5)")]
    [InlineData("clipped(1, 1, 0.5)", "saturating-dead-zone(0.5, 1)")]
    [InlineData("clipped(INF, inf)", "linear")]
    public void Should_Have_The_Piecewise_Linear_Functions_As_Members_Of_One_Family(string member, string name)
    {
        double[] points = [.. s_points], values = new double[points.Length], slopes = new double[points.Length];
        double[] otherValues = new double[points.Length], otherSlopes = new double[points.Length];
        Nonlinearity.Parse(member).Evaluate(points, values, slopes);
        Nonlinearity.Parse(name).Evaluate(points, otherValues, otherSlopes);
        values.ShouldBe(otherValues, 1e-12);
        slopes.ShouldBe(otherSlopes);
        using DisposeScope scope = NewDisposeScope();
        Nonlinearity.Parse(member).Apply(tensor(points)).data<double>().ToArray().ShouldBe(otherValues, 1e-9);
    }

    [Fact]
    public void Should_Have_A_Closed_Form_Under_Test_For_Each_Name()
    {
        IEnumerable<string> tested = ClosedForms.Select(row => ((string)((object[])row)[0]).Split('(')[0]);
        tested.Order(StringComparer.Ordinal).ShouldBe(Nonlinearity.KnownNames.Select(name => name.Split('(')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Should_Keep_Every_Digit_Of_A_Tanh_With_The_Derivative_Of_The_Identity()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(new[] { -3e4f, -8f, 0.1f, 8f, 3e4f });

        Nonlinearity.LinearGradientTanh.Apply(x).data<float>().ToArray().ShouldBe(x.tanh().data<float>().ToArray());
    }

    [Fact]
    public void Should_Parse_What_It_Writes()
    {
        foreach (string name in Nonlinearity.KnownNames)
        {
            Nonlinearity nonlinearity = Nonlinearity.Parse(name.Split('(')[0]);
            Nonlinearity.Parse(nonlinearity.Text).ShouldBe(nonlinearity);
            nonlinearity.Formula.ShouldNotBeNullOrWhiteSpace();
            nonlinearity.IsNamed.ShouldBeTrue();
        }

        Nonlinearity.Parse(" ReLU_Ceiling ( 1.5 ) ").ShouldBe(Nonlinearity.ReluCeiling(1.5));
        Nonlinearity.Clipped(double.PositiveInfinity, 2).Text.ShouldBe("clipped(inf, 2, 0, 0)");
        Nonlinearity.Parse("clipped(inf, 2)").ShouldBe(Nonlinearity.Clipped(double.PositiveInfinity, 2));
        Nonlinearity.Parse("identity").ShouldBe(Nonlinearity.Linear);
        Nonlinearity.Parse("shifted-relu(-0.5)").Text.ShouldBe("shifted-relu(-0.5)");
        Nonlinearity.ReluCeiling(1.5).Formula.ShouldBe("min(max(x, 0), 1.5)");
        Nonlinearity.ReluCeiling(1.5).ShouldNotBe(Nonlinearity.ReluCeiling(2));
    }

    [Theory]
    [InlineData("tahn", "The nonlinearity 'tahn' is unknown. Did you mean 'tanh'? Known: abs, clipped(lower, upper, theta, offset), dead-zone(theta), elu(alpha), gelu, hardtanh(limit), "
        + "leaky-relu(slope), linear, linear-gradient-tanh, linear-tanh, rectified-tanh, relu, relu-ceiling(ub), relu6, saturating-dead-zone(theta, ub), "
        + "shifted-relu(s), shifted-tanh(s), sigmoid, smoothed-relu(sigma), smoothed-tanh(sigma), softplus, swish, tanh.")]
    [InlineData("relu-ceiling(x)", "In the nonlinearity 'relu-ceiling(x)', 'x' is not a number: write relu-ceiling(ub).")]
    [InlineData("relu-ceiling(1", "The nonlinearity 'relu-ceiling(1' lacks the closing bracket: write relu-ceiling(ub).")]
    [InlineData("relu-ceiling(0)", "The nonlinearity 'relu-ceiling' has ub = 0; it must be a finite number greater than 0.")]
    [InlineData("clipped(-1)", "The nonlinearity 'clipped' has lower = -1; it must be a number, or inf, of at least 0.")]
    [InlineData("clipped(1, 0)", "The nonlinearity 'clipped' has upper = 0; it must be a number, or inf, greater than 0.")]
    [InlineData("clipped(1, 1, inf)", "The nonlinearity 'clipped' has theta = inf; it must be a finite number of at least 0.")]
    [InlineData("shifted-relu(NaN)", "The nonlinearity 'shifted-relu' has s = NaN; it must be a finite number.")]
    [InlineData("tanh(1)", "The nonlinearity 'tanh' was given 1 parameters and takes 0: write tanh.")]
    public void Should_Say_What_Is_Wrong_With_A_Text(string text, string message) =>
        Should.Throw<ArgumentException>(() => Nonlinearity.Parse(text)).Message.ShouldStartWith(message);

    [Fact]
    public void Should_Take_A_Function_Of_The_Users_Own()
    {
        using DisposeScope scope = NewDisposeScope();
        Nonlinearity cube = Nonlinearity.FromFunction("cube", x => x * x * x);
        cube.Apply(tensor(new[] { -2f, 3f })).data<float>().ToArray().ShouldBe([-8f, 27f]);
        cube.IsNamed.ShouldBeFalse();
        Should.Throw<ArgumentException>(() => Nonlinearity.FromFunction("ReLU", x => x)).Message
            .ShouldStartWith("'ReLU' is the name of a function of the catalogue. Choose another name for the function.");
        Nonlinearity sum = Nonlinearity.FromFunction("total", x => x.sum());
        Should.Throw<InvalidOperationException>(() => sum.Apply(zeros(2, 3))).Message.ShouldBe(
            "The nonlinearity 'total' was given a tensor of shape [2, 3] and returned shape []. Its function must act on each element and keep the shape.");
    }

    [Fact]
    public void Should_Differentiate_A_Function_Of_The_Users_Own_In_Double_Precision()
    {
        double[] values = new double[3], slopes = new double[3];
        Nonlinearity.FromFunction("cube", x => x * x * x).Evaluate([-2, 0.1, 3], values, slopes);
        values.ShouldBe([-8, 0.001, 27], 1e-12);
        slopes.ShouldBe([12, 0.03, 27], 1e-12);
        Nonlinearity.FromFunction("constant", x => zeros_like(x)).Evaluate([-2, 0.1, 3], values, slopes);
        slopes.ShouldBe([0, 0, 0]);
        Should.Throw<ArgumentException>(() => Nonlinearity.Tanh.Evaluate([1, 2], values, slopes)).Message
            .ShouldBe("There are 2 preactivations, but room for 3 values and 3 derivatives.");
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));

    private static double NormalDensity(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    private static double NormalCdf(double x) => Averaged(u => u > 0 ? 1 : 0, x, 1);

    // E[f(x + sigma xi)] by the midpoint rule on 200,000 intervals.
    private static double Averaged(Func<double, double> f, double x, double sigma)
    {
        const int Intervals = 200_000;
        const double Bound = 20;
        double step = 2 * Bound / Intervals, sum = 0;
        for (int i = 0; i < Intervals; i++)
        {
            // Integrating over u = x + sigma xi puts a kink of f at 0 on the edge of an interval.
            double edge = Math.Floor(-Bound / step) * step, u = edge + ((i + 0.5) * step);
            sum += f(u) * NormalDensity((u - x) / sigma) / sigma * step;
        }

        return sum;
    }
}
