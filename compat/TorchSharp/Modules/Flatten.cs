using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed class Flatten : nn.Module<Tensor, Tensor>
{
    private readonly long startDim;
    private readonly long endDim;

    internal Flatten(long startDim, long endDim) : base(nameof(Flatten))
    {
        this.startDim = startDim;
        this.endDim = endDim;
    }

    public override Tensor forward(Tensor tensor) => tensor.flatten(startDim, endDim);
}
