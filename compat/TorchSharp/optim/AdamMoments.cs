using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The step that Adam and AdamW share once weight decay is done with.</summary>
internal static class AdamMoments
{
    internal static void Step(Tensor parameter, Tensor gradient, long step, double learningRate, double beta1, double beta2, double eps,
        Tensor mean, Tensor square, Tensor? largest)
    {
        Aten.mul__Scalar.InPlace(mean, beta1);
        Aten.add__Tensor.InPlace(mean, gradient, 1 - beta1);
        Aten.mul__Scalar.InPlace(square, beta2);
        Aten.addcmul_.InPlace(square, gradient, gradient, 1 - beta2);
        if (largest is not null)
        {
            using Tensor larger = Aten.maximum.Call(largest, square);
            largest.copy_(larger);
        }

        using Tensor scale = Aten.sqrt.Call(largest ?? square);
        NetworkOperators.div__Scalar.InPlace(scale, Math.Sqrt(1 - Math.Pow(beta2, step)));
        Aten.add__Scalar.InPlace(scale, eps);
        Aten.addcdiv_.InPlace(parameter, mean, scale, -learningRate / (1 - Math.Pow(beta1, step)));
    }
}
