using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed class AvgPool2d : nn.Module<Tensor, Tensor>
{
    private readonly long[] _kernel, _stride, _padding;
    private readonly bool _ceilMode, _countPadding;
    private readonly long? _divisor;

    internal AvgPool2d(long[] kernel, long[] stride, long[] padding, bool ceilMode, bool countPadding, long? divisor) : base(nameof(AvgPool2d))
    {
        (_kernel, _stride, _padding, _ceilMode, _countPadding, _divisor) = (kernel, stride, padding, ceilMode, countPadding, divisor);
    }

    public override Tensor forward(Tensor tensor) =>
        NetworkOperators.avg_pool2d.Call(tensor, _kernel, _stride, _padding, _ceilMode, _countPadding, _divisor);
}
