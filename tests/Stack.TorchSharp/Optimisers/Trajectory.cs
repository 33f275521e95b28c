using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Stack.TorchSharp.Optimisers;

/// <summary>Steps on f(p) = sum of c (p - t)^2 / 2, whose gradient c (p - t) plain C# can follow.</summary>
internal static class Trajectory
{
    internal static readonly double[] Start = [1.0, -2.0, 0.5];
    private static readonly double[] Curvature = [1.0, 0.3, 4.0];
    private static readonly double[] Target = [0.2, 1.0, -0.7];

    internal static double[] Gradient(double[] p) => [.. p.Select((x, i) => Curvature[i] * (x - Target[i]))];

    internal static double[] Run(Func<Parameter, optim.Optimizer> make, int steps, Action<optim.Optimizer>? between = null)
    {
        using Parameter parameter = nn.Parameter(tensor(Start, dtype: ScalarType.Float64));
        using Tensor curvature = tensor(Curvature, dtype: ScalarType.Float64);
        using Tensor target = tensor(Target, dtype: ScalarType.Float64);
        using optim.Optimizer optimiser = make(parameter);
        for (int i = 0; i < steps; i++)
        {
            optimiser.zero_grad();
            ((parameter - target).square() * curvature / 2).sum().backward();
            optimiser.step();
            between?.Invoke(optimiser);
        }
        return Modules.Values.Of(parameter);
    }
}
