using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The step that Adam and AdamW share once weight decay is done with.</summary>
internal static class AdamMoments
{
    internal static void Step(Tensor parameter, Tensor gradient, long step, double learningRate, double beta1, double beta2, double eps,
        Tensor mean, Tensor square, Tensor? largest)
    {
        NetworkOperators.mul__Scalar.InPlace(mean, beta1);
        NetworkOperators.add__Tensor.InPlace(mean, gradient, 1 - beta1);
        NetworkOperators.mul__Scalar.InPlace(square, beta2);
        NetworkOperators.addcmul_.InPlace(square, gradient, gradient, 1 - beta2);
        if (largest is not null)
        {
            using Tensor larger = NetworkOperators.maximum.Call(largest, square);
            largest.copy_(larger);
        }

        using Tensor scale = NetworkOperators.sqrt.Call(largest ?? square);
        NetworkOperators.div__Scalar.InPlace(scale, Math.Sqrt(1 - Math.Pow(beta2, step)));
        NetworkOperators.add__Scalar.InPlace(scale, eps);
        NetworkOperators.addcdiv_.InPlace(parameter, mean, scale, -learningRate / (1 - Math.Pow(beta1, step)));
    }
}
