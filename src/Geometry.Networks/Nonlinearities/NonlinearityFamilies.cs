using TorchSharp;
using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>All functions that have a name.</summary>
internal static class NonlinearityFamilies
{
    /// <summary>The nodes of the quadrature that averages tanh over noise.</summary>
    public const int SmoothingNodes = 20;

    private static readonly NonlinearityParameter s_shift = new("s", 1);

    /// <summary>The families by name.</summary>
    public static IReadOnlyDictionary<string, NonlinearityFamily> All { get; } = new[]
    {
        Fixed("tanh", "tanh(x)", x => x.tanh(), new ElementwiseFunctions.Tanh(0)),
        Fixed("relu", "max(x, 0)", x => x.relu(), new ElementwiseFunctions.Relu(0)),
        Fixed("sigmoid", "1 / (1 + exp(-x))", x => x.sigmoid(), new ElementwiseFunctions.Sigmoid()),
        Fixed("linear", "x", x => x, new ElementwiseFunctions.Linear()),
        Fixed("softplus", "ln(1 + exp(x))", x => nn.functional.softplus(x), new ElementwiseFunctions.Softplus()),
        Fixed("swish", "x / (1 + exp(-x))", x => x.sigmoid() * x, new ElementwiseFunctions.Swish()),
        Fixed("gelu", "x * (1 + erf(x / sqrt(2))) / 2", x => GaussianCdf(x, 1) * x, new ElementwiseFunctions.Gelu()),
        Fixed("abs", "|x|", x => x.abs(), new ElementwiseFunctions.Abs()),
        Fixed("relu6", "min(max(x, 0), 6)", x => Clamp(x, 0, 6), new ElementwiseFunctions.Clamp(0, 6)),
        Fixed("rectified-tanh", "max(tanh(x), 0)", x => x.tanh().relu(), new ElementwiseFunctions.RectifiedTanh()),
        Fixed("linear-tanh", "x for x >= 0, tanh(x) for x < 0", x => x.relu() + x.clamp_max(0.ToScalar()).tanh(), new ElementwiseFunctions.LinearTanh()),
        Fixed("linear-gradient-tanh", "tanh(x), with the derivative taken as 1", x => x.tanh().detach() + (x - x.detach()), new ElementwiseFunctions.LinearGradientTanh()),
        new("leaky-relu", [new("slope", 0.01)], p => $"x for x >= 0, {p[0]} * x for x < 0", p => x => nn.functional.leaky_relu(x, p[0]),
            p => Kernel(new ElementwiseFunctions.LeakyRelu(p[0]))),
        new("elu", [new("alpha", 1, Above: 0)], p => $"x for x >= 0, {p[0]} * (exp(x) - 1) for x < 0", p => x => nn.functional.elu(x, p[0]),
            p => Kernel(new ElementwiseFunctions.Elu(p[0]))),
        new("hardtanh", [new("limit", 1, Above: 0)], p => $"min(max(x, -{p[0]}), {p[0]})", p => x => Clamp(x, -p[0], p[0]),
            p => Kernel(new ElementwiseFunctions.Clamp(-p[0], p[0]))),
        new("relu-ceiling", [new("ub", 1, Above: 0)], p => $"min(max(x, 0), {p[0]})", p => x => Clamp(x, 0, p[0]),
            p => Kernel(new ElementwiseFunctions.Clamp(0, p[0]))),
        new("shifted-relu", [s_shift], p => $"max(x + {p[0]}, 0)", p => x => (x + p[0]).relu(),
            p => Kernel(new ElementwiseFunctions.Relu(p[0]))),
        new("shifted-tanh", [s_shift], p => $"tanh(x + {p[0]})", p => x => (x + p[0]).tanh(),
            p => Kernel(new ElementwiseFunctions.Tanh(p[0]))),
        new("dead-zone", [new("theta", 0.5, Above: 0)], p => $"sign(x) * max(|x| - {p[0]}, 0)", p => x => DeadZone(x, p[0]),
            p => Kernel(new ElementwiseFunctions.DeadZone(p[0], double.PositiveInfinity))),
        new("saturating-dead-zone", [new("theta", 0.5, Above: 0), new("ub", 1, Above: 0)],
            p => $"sign(x) * min(max(|x| - {p[0]}, 0), {p[1]})", p => x => Clamp(DeadZone(x, p[0]), -p[1], p[1]),
            p => Kernel(new ElementwiseFunctions.DeadZone(p[0], p[1]))),
        new("clipped",
            [
                new("lower", 1, AtLeast: 0, CanBeInfinite: true), new("upper", 1, Above: 0, CanBeInfinite: true), new("theta", 0, AtLeast: 0),
                new("offset", 0),
            ],
            p => $"min(max(d(x + {p[3]}), -{p[0]}), {p[1]}) with d(u) = sign(u) * max(|u| - {p[2]}, 0)",
            p => x => Clipped(x, p[0], p[1], p[2], p[3]),
            p => Kernel(new ElementwiseFunctions.Clipped(p[0], p[1], p[2], p[3]))),
        new("smoothed-relu", [new("sigma", 1, Above: 0)],
            p => $"E[max(x + {p[0]} * xi, 0)] = x * Phi(x / {p[0]}) + {p[0]} * phi(x / {p[0]}), xi standard normal",
            p => x => SmoothedRelu(x, p[0]),
            p => Kernel(new ElementwiseFunctions.SmoothedRelu(p[0]))),
        new("smoothed-tanh", [new("sigma", 1, Above: 0)],
            p => $"E[tanh(x + {p[0]} * xi)], xi standard normal, by 20-node Gauss-Hermite quadrature", p => SmoothedTanh(p[0]), p => SmoothedTanhKernel(p[0])),
    }.ToDictionary(family => family.Name, StringComparer.Ordinal);

    /// <summary>Other names in use for the same functions.</summary>
    public static IReadOnlyDictionary<string, string> Aliases { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["identity"] = "linear",
        ["silu"] = "swish",
        ["lrelu"] = "leaky-relu",
        ["leakyrelu"] = "leaky-relu",
        ["hard-tanh"] = "hardtanh",
        ["logistic"] = "sigmoid",
    };

    private static NonlinearityFamily Fixed<TFunction>(string name, string formula, Func<Tensor, Tensor> function, TFunction kernel)
        where TFunction : struct, IElementwise => new(name, [], _ => formula, _ => function, _ => Kernel(kernel));

    private static NonlinearityKernel Kernel<TFunction>(TFunction function)
        where TFunction : struct, IElementwise => new NonlinearityKernel<TFunction>(function);

    private static NonlinearityKernel SmoothedTanhKernel(double sigma)
    {
        (double[] nodes, double[] weights) = GaussHermite.Rule(SmoothingNodes);
        return Kernel(new ElementwiseFunctions.SmoothedTanh(nodes, weights, sigma));
    }

    private static Tensor Clamp(Tensor x, double min, double max) => x.clamp(min.ToScalar(), max.ToScalar());

    private static Tensor GaussianCdf(Tensor x, double sigma) => ((x / (sigma * Math.Sqrt(2))).erf() + 1d) * 0.5;

    // x - clamp(x, -theta, theta) is sign(x) * max(|x| - theta, 0), with derivative 0 inside and 1 outside.
    private static Tensor DeadZone(Tensor x, double theta) => x - Clamp(x, -theta, theta);

    // An infinite bound is none; a dead zone of width 0 is left out, since its clamp would have derivative 1 at the origin.
    private static Tensor Clipped(Tensor x, double lower, double upper, double theta, double offset)
    {
        Tensor shifted = offset == 0 ? x : x + offset;
        Tensor beyond = theta > 0 ? DeadZone(shifted, theta) : shifted;
        return Clamp(beyond, -lower, upper);
    }

    private static Tensor SmoothedRelu(Tensor x, double sigma)
    {
        Tensor density = (x * x * (-0.5 / (sigma * sigma))).exp() * (sigma / Math.Sqrt(2 * Math.PI));
        return (GaussianCdf(x, sigma) * x) + density;
    }

    private static Func<Tensor, Tensor> SmoothedTanh(double sigma)
    {
        (double[] nodes, double[] weights) = GaussHermite.Rule(SmoothingNodes);
        return x =>
        {
            Tensor sum = (x + (sigma * nodes[0])).tanh() * weights[0];
            for (int i = 1; i < nodes.Length; i++)
            {
                sum = sum + ((x + (sigma * nodes[i])).tanh() * weights[i]);
            }

            return sum;
        };
    }
}
