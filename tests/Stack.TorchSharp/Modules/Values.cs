using TorchSharp;
using static TorchSharp.torch;

namespace Stack.TorchSharp.Modules;

/// <summary>Plain arrays in and out of tensors.</summary>
internal static class Values
{
    internal static double[] Of(Tensor tensor)
    {
        using Tensor plain = tensor.detach().to(ScalarType.Float64).contiguous();
        return plain.data<double>().ToArray();
    }

    /// <summary>Numbers from -1 to 1 without a pattern that a layer could miss, in double precision.</summary>
    internal static Tensor Wave(params long[] shape) => Wave(0.3, shape);

    internal static Tensor Wave(double phase, params long[] shape)
    {
        long count = shape.Aggregate(1L, (product, extent) => product * extent);
        double[] values = [.. Enumerable.Range(0, (int)count).Select(i => Math.Sin((1.7 * i) + phase))];
        return tensor(values, dtype: ScalarType.Float64).reshape(shape);
    }

    /// <summary>The largest difference between autograd's gradient of a scalar and central differences, at every element.</summary>
    internal static double GradientError(Func<Tensor> scalar, Tensor at)
    {
        at.requires_grad_();
        at.grad = null;
        scalar().backward();
        double[] gradient = Of(at.grad!);

        const double h = 1e-5;
        double worst = 0;
        using var off = no_grad();
        double[] start = Of(at);
        for (int i = 0; i < start.Length; i++)
        {
            double Shifted(double by)
            {
                double[] moved = [.. start];
                moved[i] += by;
                at.copy_(tensor(moved, dtype: ScalarType.Float64).reshape(at.shape));
                return scalar().item<double>();
            }
            double numeric = (Shifted(h) - Shifted(-h)) / (2 * h);
            worst = Math.Max(worst, Math.Abs(numeric - gradient[i]));
        }
        at.copy_(tensor(start, dtype: ScalarType.Float64).reshape(at.shape));
        return worst;
    }
}
