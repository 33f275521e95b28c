using static TorchSharp.torch;

namespace Stack.TorchSharp;

internal static class TensorAssertions
{
    internal static double[] ToNumbers(this Tensor tensor)
    {
        using Tensor copy = tensor.detach().to(float64, copy: true);
        using Tensor dense = copy.contiguous();
        return dense.data<double>().ToArray();
    }

    internal static void ShouldBeClose(this Tensor actual, Tensor expected, double tolerance = 1e-10)
    {
        actual.shape.ShouldBe(expected.shape);
        (double[] left, double[] right) = (actual.ToNumbers(), expected.ToNumbers());
        for (int i = 0; i < left.Length; i++) left[i].ShouldBe(right[i], tolerance, $"element {i}");
    }
}
