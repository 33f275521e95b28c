using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed class Unflatten : nn.Module<Tensor, Tensor>
{
    private readonly long dim;
    private readonly long[] unflattenedSize;

    internal Unflatten(long dim, long[] unflattenedSize) : base(nameof(Unflatten))
    {
        this.dim = dim;
        this.unflattenedSize = unflattenedSize;
    }

    public override Tensor forward(Tensor tensor) => tensor.unflatten(dim, unflattenedSize);
}
