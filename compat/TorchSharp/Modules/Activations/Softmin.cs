namespace TorchSharp.Modules;

public sealed class Softmin : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly long dim;

    internal Softmin(long dim) : base(nameof(Softmin))
    {
        this.dim = dim;
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.softmin(tensor, dim);
}
