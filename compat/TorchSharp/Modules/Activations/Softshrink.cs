namespace TorchSharp.Modules;

public sealed class Softshrink : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly double lambda;

    internal Softshrink(double lambda) : base(nameof(Softshrink))
    {
        this.lambda = lambda;
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.Softshrink(tensor, lambda);
}
