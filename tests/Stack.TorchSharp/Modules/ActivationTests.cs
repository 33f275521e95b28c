using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Stack.TorchSharp.Modules;

public sealed class ActivationTests
{
    private static readonly double[] Points = [-30, -4, -2.5, -1, -0.7, -0.3, -0.01, 0, 0.02, 0.4, 0.5, 0.9, 1, 2.2, 5, 7, 30];

    private static readonly Dictionary<string, (Func<Module<Tensor, Tensor>> make, Func<double, double> formula)> Cases = new()
    {
        ["Identity"] = (() => Identity(), x => x),
        ["ReLU"] = (() => ReLU(), x => Math.Max(x, 0)),
        ["ReLU in place"] = (() => ReLU(inplace: true), x => Math.Max(x, 0)),
        ["ReLU6"] = (() => ReLU6(), x => Math.Clamp(x, 0, 6)),
        ["LeakyReLU"] = (() => LeakyReLU(0.2), x => x > 0 ? x : 0.2 * x),
        ["ELU"] = (() => ELU(1.5), x => x > 0 ? x : 1.5 * (Math.Exp(x) - 1)),
        ["CELU"] = (() => CELU(2), x => Math.Max(0, x) + Math.Min(0, 2 * (Math.Exp(x / 2) - 1))),
        ["SELU"] = (() => SELU(), x => 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * (Math.Exp(x) - 1))),
        ["SiLU"] = (() => SiLU(), x => x / (1 + Math.Exp(-x))),
        ["Mish"] = (() => Mish(), x => x * Math.Tanh(Math.Log(1 + Math.Exp(x)))),
        ["Tanh"] = (() => Tanh(), Math.Tanh),
        ["Sigmoid"] = (() => Sigmoid(), x => 1 / (1 + Math.Exp(-x))),
        ["LogSigmoid"] = (() => LogSigmoid(), x => Math.Min(x, 0) - Math.Log(1 + Math.Exp(-Math.Abs(x)))),
        ["Softplus"] = (() => Softplus(2, 20), x => 2 * x > 20 ? x : Math.Log(1 + Math.Exp(2 * x)) / 2),
        ["Softsign"] = (() => Softsign(), x => x / (1 + Math.Abs(x))),
        ["Softshrink"] = (() => Softshrink(0.45), x => x > 0.45 ? x - 0.45 : x < -0.45 ? x + 0.45 : 0),
        ["Hardshrink"] = (() => Hardshrink(0.45), x => Math.Abs(x) > 0.45 ? x : 0),
        ["Tanhshrink"] = (() => Tanhshrink(), x => x - Math.Tanh(x)),
        ["Hardtanh"] = (() => Hardtanh(-0.5, 0.75), x => Math.Clamp(x, -0.5, 0.75)),
        ["Hardtanh in place"] = (() => Hardtanh(-0.5, 0.75, inplace: true), x => Math.Clamp(x, -0.5, 0.75)),
        ["Hardsigmoid"] = (() => Hardsigmoid(), x => Math.Clamp((x / 6) + 0.5, 0, 1)),
        ["Hardswish"] = (() => Hardswish(), x => x * Math.Clamp((x / 6) + 0.5, 0, 1)),
        ["Threshold"] = (() => Threshold(0.5, -3), x => x > 0.5 ? x : -3),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Values_follow_the_formula(string name)
    {
        var (make, formula) = Cases[name];
        using var module = make();

        double[] actual = Values.Of(module.call(tensor(Points, dtype: ScalarType.Float64)));

        actual.ShouldBe(Points.Select(formula), 1e-9);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_gradient_is_that_of_the_function(string name)
    {
        if (name.EndsWith("in place", StringComparison.Ordinal)) return;
        using var module = Cases[name].make();
        using Tensor input = tensor([-3.3, -1.2, -0.31, 0.22, 0.61, 1.7], dtype: ScalarType.Float64);

        Values.GradientError(() => module.call(input).square().sum(), input).ShouldBeLessThan(1e-6);
    }

    [Fact]
    public void Gelu_is_the_input_times_the_normal_distribution_function()
    {
        using var module = GELU();
        // Phi(1) and Phi(-2).
        Values.Of(module.call(tensor([0.0, 1.0, -2.0], dtype: ScalarType.Float64)))
            .ShouldBe([0.0, 0.8413447460685429, -2 * 0.022750131948179195], 1e-9);
    }

    [Fact]
    public void Softmax_and_its_logarithm_are_normalised_along_their_dimension()
    {
        using Tensor input = Values.Wave(3, 4);
        double[] x = Values.Of(input);
        double[] expected = new double[12];
        for (int row = 0; row < 3; row++)
        {
            double sum = Enumerable.Range(0, 4).Sum(j => Math.Exp(x[(row * 4) + j]));
            for (int j = 0; j < 4; j++) expected[(row * 4) + j] = Math.Exp(x[(row * 4) + j]) / sum;
        }

        Values.Of(Softmax(1).call(input)).ShouldBe(expected, 1e-12);
        Values.Of(LogSoftmax(1).call(input)).ShouldBe(expected.Select(p => Math.Log(p)), 1e-12);
        Values.Of(functional.softmax(-input, 1)).ShouldBe(Values.Of(Softmin(1).call(input)), 1e-12);
    }

    [Fact]
    public void Functional_forms_agree_with_the_modules()
    {
        using Tensor x = tensor(Points, dtype: ScalarType.Float64);

        Values.Of(functional.relu(x)).ShouldBe(Values.Of(ReLU().call(x)));
        Values.Of(functional.leaky_relu(x, 0.1)).ShouldBe(Values.Of(LeakyReLU(0.1).call(x)));
        Values.Of(functional.elu(x, 1.0)).ShouldBe(Values.Of(ELU().call(x)));
        Values.Of(functional.gelu(x)).ShouldBe(Values.Of(GELU().call(x)));
        Values.Of(functional.Hardtanh(x)).ShouldBe(Values.Of(Hardtanh().call(x)));
        Values.Of(functional.softplus(x)).ShouldBe(Values.Of(Softplus().call(x)));
        Values.Of(functional.silu(x)).ShouldBe(Values.Of(SiLU().call(x)));
    }

    [Fact]
    public void In_place_activation_changes_its_input_and_leaves_it_usable()
    {
        using Tensor x = tensor([-1.0, 2.0], dtype: ScalarType.Float64);
        ReLU(inplace: true).call(x).Dispose();
        Values.Of(x).ShouldBe([0.0, 2.0]);
    }
}
