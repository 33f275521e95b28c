using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed class Conv2d : Convolution
{
    internal Conv2d(long inputChannel, long outputChannel, ConvolutionShape shape, bool hasBias, Device? device, ScalarType? dtype)
        : base(nameof(Conv2d), NetworkOperators.conv2d, inputChannel, outputChannel, shape, hasBias, device, dtype)
    {
    }

    public override Tensor forward(Tensor input) => Convolve(input);
}
