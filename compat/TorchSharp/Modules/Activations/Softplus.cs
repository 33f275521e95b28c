namespace TorchSharp.Modules;

public sealed class Softplus : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly double beta;
    private readonly double threshold;

    internal Softplus(double beta, double threshold) : base(nameof(Softplus))
    {
        this.beta = beta;
        this.threshold = threshold;
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.softplus(tensor, beta, threshold);
}
