using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed class MaxPool2d : nn.Module<Tensor, Tensor>
{
    private readonly long[] _kernel, _stride, _padding, _dilation;
    private readonly bool _ceilMode;

    internal MaxPool2d(long[] kernel, long[] stride, long[] padding, long[] dilation, bool ceilMode) : base(nameof(MaxPool2d))
    {
        (_kernel, _stride, _padding, _dilation, _ceilMode) = (kernel, stride, padding, dilation, ceilMode);
    }

    public override Tensor forward(Tensor tensor) => NetworkOperators.max_pool2d.Call(tensor, _kernel, _stride, _padding, _dilation, _ceilMode);
}
