using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed class Conv1d : Convolution
{
    internal Conv1d(long inputChannel, long outputChannel, ConvolutionShape shape, bool hasBias, Device? device, ScalarType? dtype)
        : base(nameof(Conv1d), NetworkOperators.conv1d, inputChannel, outputChannel, shape, hasBias, device, dtype)
    {
    }

    public override Tensor forward(Tensor input) => Convolve(input);
}
