namespace TorchSharp.Modules;

public sealed class CELU : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly double alpha;
    private readonly bool inplace;

    internal CELU(double alpha, bool inplace) : base(nameof(CELU))
    {
        this.alpha = alpha;
        this.inplace = inplace;
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.celu(tensor, alpha, inplace);
}
