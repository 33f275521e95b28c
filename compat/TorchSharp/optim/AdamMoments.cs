using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The step that Adam and AdamW share once weight decay is done with.</summary>
internal static class AdamMoments
{
    internal static void Step(Tensor parameter, Tensor gradient, long step, double learningRate, double beta1, double beta2, double eps,
        Tensor mean, Tensor square, Tensor? largest)
    {
        NetworkOperators.lerp__Scalar.InPlace(mean, gradient, 1 - beta1);
        Aten.mul__Scalar.InPlace(square, beta2);
        Aten.addcmul_.InPlace(square, gradient, gradient, 1 - beta2);
        if (largest is not null)
        {
            using Tensor larger = Aten.maximum.Call(largest, square);
            largest.copy_(larger);
        }

        // The bias of the second moment moves from every element of the root to epsilon and the step: one pass over the tensor less.
        double unbias = Math.Sqrt(1 - Math.Pow(beta2, step));
        using Tensor scale = Aten.sqrt.Call(largest ?? square);
        Aten.add__Scalar.InPlace(scale, eps * unbias);
        Aten.addcdiv_.InPlace(parameter, mean, scale, -learningRate * unbias / (1 - Math.Pow(beta1, step)));
    }
}
