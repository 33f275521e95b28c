namespace TorchSharp.Modules;

public sealed class ELU : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly double alpha;
    private readonly bool inplace;

    internal ELU(double alpha, bool inplace) : base(nameof(ELU))
    {
        this.alpha = alpha;
        this.inplace = inplace;
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.elu(tensor, alpha, inplace);
}
