using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed class AdaptiveAvgPool2d : nn.Module<Tensor, Tensor>
{
    private readonly long[] _size;

    internal AdaptiveAvgPool2d(long[] size) : base(nameof(AdaptiveAvgPool2d))
    {
        _size = size;
    }

    public override Tensor forward(Tensor tensor) => nn.functional.adaptive_avg_pool2d(tensor, _size);
}
