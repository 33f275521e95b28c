using TorchSharp;
using static TorchSharp.torch;

namespace Stack.TorchSharp;

public class ElementwiseTests
{
    private static readonly double[] Points = [-1.7, -0.9, -0.3, 0.0, 0.2, 0.6, 0.95, 2.4];

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    public static TheoryData<string, Func<Tensor, Tensor>, Func<double, double>> Functions => new()
    {
        { "exp", x => x.exp(), Math.Exp },
        { "exp2", x => x.exp2(), x => Math.Pow(2, x) },
        { "expm1", x => x.expm1(), x => Math.Exp(x) - 1 },
        { "abs", x => x.abs(), Math.Abs },
        { "neg", x => x.neg(), x => -x },
        { "sign", x => x.sign(), x => Math.Sign(x) },
        { "floor", x => x.floor(), Math.Floor },
        { "ceil", x => x.ceil(), Math.Ceiling },
        { "round", x => x.round(), x => Math.Round(x, MidpointRounding.ToEven) },
        { "round to a decimal", x => x.round(1), x => Math.Round(x, 1) },
        { "trunc", x => x.trunc(), Math.Truncate },
        { "frac", x => x.frac(), x => x - Math.Truncate(x) },
        { "square", x => x.square(), x => x * x },
        { "pow", x => x.pow(3), x => x * x * x },
        { "sin", x => x.sin(), Math.Sin },
        { "cos", x => x.cos(), Math.Cos },
        { "tan", x => x.tan(), Math.Tan },
        { "atan", x => x.atan(), Math.Atan },
        { "sinh", x => x.sinh(), Math.Sinh },
        { "cosh", x => x.cosh(), Math.Cosh },
        { "tanh", x => x.tanh(), Math.Tanh },
        { "asinh", x => x.asinh(), Math.Asinh },
        { "sigmoid", x => x.sigmoid(), Sigmoid },
        { "log_sigmoid", x => x.log_sigmoid(), x => Math.Log(Sigmoid(x)) },
        { "relu", x => x.relu(), x => Math.Max(x, 0) },
        { "relu6", x => (x * 4).relu6(), x => Math.Clamp(4 * x, 0, 6) },
        { "leaky_relu", x => x.leaky_relu(0.1), x => x < 0 ? 0.1 * x : x },
        { "elu", x => x.elu(1.5, 1, 1), x => x < 0 ? 1.5 * (Math.Exp(x) - 1) : x },
        { "silu", x => x.silu(), x => x * Sigmoid(x) },
        { "hardtanh", x => x.hardtanh(-1, 1), x => Math.Clamp(x, -1, 1) },
        { "hardsigmoid", x => x.hardsigmoid(), x => Math.Clamp(x / 6 + 0.5, 0, 1) },
        { "clamp", x => x.clamp(-0.5, 0.5), x => Math.Clamp(x, -0.5, 0.5) },
        { "clamp_min", x => x.clamp_min(0.1), x => Math.Max(x, 0.1) },
        { "clamp from one side", x => x.clamp(max: 0.1), x => Math.Min(x, 0.1) },
        { "sqrt", x => x.abs().sqrt(), x => Math.Sqrt(Math.Abs(x)) },
        { "rsqrt", x => (x.abs() + 1).rsqrt(), x => 1 / Math.Sqrt(Math.Abs(x) + 1) },
        { "log", x => (x + 3).log(), x => Math.Log(x + 3) },
        { "log2", x => (x + 3).log2(), x => Math.Log2(x + 3) },
        { "log10", x => (x + 3).log10(), x => Math.Log10(x + 3) },
        { "log1p", x => (x + 2).log1p(), x => Math.Log(x + 3) },
        { "reciprocal", x => (x + 3).reciprocal(), x => 1 / (x + 3) },
        { "sinc", x => x.sinc(), x => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x) },
        { "deg2rad", x => x.deg2rad(), x => x * Math.PI / 180 },
        { "xlogy", x => x.xlogy(tensor(2.0)), x => x * Math.Log(2) },
        { "minimum", x => minimum(x, zeros_like(x)), x => Math.Min(x, 0) },
        { "maximum", x => maximum(x, zeros_like(x)), x => Math.Max(x, 0) },
        { "lerp", x => x.lerp(ones_like(x), full_like(x, 0.25)), x => x + 0.25 * (1 - x) },
        { "hypot", x => hypot(x, full_like(x, 2)), x => Math.Sqrt(x * x + 4) },
        { "atan2", x => atan2(x, ones_like(x)), Math.Atan },
        { "special.expit", x => special.expit(x), Sigmoid },
        { "where", x => where(x > 0, x, x * 0.5), x => x > 0 ? x : 0.5 * x },
        { "nan_to_num", x => (x / zeros_like(x)).nan_to_num(7, 8, 9), x => x == 0 ? 7 : x > 0 ? 8 : 9 },
    };

    [Theory, MemberData(nameof(Functions), DisableDiscoveryEnumeration = true)]
    public void IsWhatMathematicsSays(string name, Func<Tensor, Tensor> function, Func<double, double> expected)
    {
        using var scope = NewDisposeScope();
        double[] values = function(tensor(Points)).data<double>().ToArray();
        values.Length.ShouldBe(Points.Length, name);
        for (int i = 0; i < Points.Length; i++) values[i].ShouldBe(expected(Points[i]), 1e-12, $"{name}({Points[i]})");
    }

    [Fact]
    public void TheErrorFunctionAndItsKinAgree()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(new double[] { -1.5, -0.2, 0, 0.4, 1.1 });
        x.erf().ToNumbers()[3].ShouldBe(0.42839235504666845, 1e-12);
        (x.erf() + x.erfc()).ShouldBeClose(ones_like(x));
        x.erf().erfinv().ShouldBeClose(x, 1e-9);
        special.ndtr(x).ShouldBeClose(0.5 * (1 + (x / Math.Sqrt(2)).erf()));
        x.gelu().ShouldBeClose(x * special.ndtr(x), 1e-9);
        (x + 3).lgamma().ToNumbers()[2].ShouldBe(Math.Log(2), 1e-12);
        (x + 3).digamma().ToNumbers()[2].ShouldBe(1.5 - 0.57721566490153286, 1e-12);
    }

    [Fact]
    public void SoftmaxSumsToOneAndItsLogarithmAgrees()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(new double[,] { { 1, 2, 3 }, { 1000, 0, -1000 } });
        x.softmax(1).sum(1).ShouldBeClose(ones(2, float64));
        softmax(x, 1).log()[0].ShouldBeClose(x.log_softmax(1)[0]);
        x.logsumexp(1).ToNumbers()[1].ShouldBe(1000, 1e-9);
    }

    [Fact]
    public void NonFiniteNumbersAreFound()
    {
        using var scope = NewDisposeScope();
        Tensor x = tensor(new double[] { 1, double.NaN, double.PositiveInfinity, double.NegativeInfinity });
        x.isnan().data<bool>().ToArray().ShouldBe([false, true, false, false]);
        isinf(x).data<bool>().ToArray().ShouldBe([false, false, true, true]);
        x.isfinite().data<bool>().ToArray().ShouldBe([true, false, false, false]);
        x.isposinf().data<bool>().ToArray().ShouldBe([false, false, true, false]);
    }

    [Fact]
    public void BitsAndTruthValues()
    {
        using var scope = NewDisposeScope();
        Tensor a = tensor(new[] { 12, 10 }), b = tensor(new[] { 10, 3 });
        (a & b).data<int>().ToArray().ShouldBe([8, 2]);
        (a | b).data<int>().ToArray().ShouldBe([14, 11]);
        (a ^ b).data<int>().ToArray().ShouldBe([6, 9]);
        a.bitwise_left_shift(tensor(new[] { 1, 2 })).data<int>().ToArray().ShouldBe([24, 40]);
        gcd(a, b).data<int>().ToArray().ShouldBe([2, 1]);
        lcm(a, b).data<int>().ToArray().ShouldBe([60, 30]);
        tensor(new[] { true, false }).logical_xor(tensor(new[] { true, true })).data<bool>().ToArray().ShouldBe([false, true]);
    }
}
