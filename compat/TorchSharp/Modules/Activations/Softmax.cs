namespace TorchSharp.Modules;

public sealed class Softmax : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly long dim;

    internal Softmax(long dim) : base(nameof(Softmax))
    {
        this.dim = dim;
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.softmax(tensor, dim);
}
