namespace TorchSharp.Modules;

public sealed class Hardshrink : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly double lambda;

    internal Hardshrink(double lambda) : base(nameof(Hardshrink))
    {
        this.lambda = lambda;
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.Hardshrink(tensor, lambda);
}
