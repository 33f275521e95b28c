namespace TorchSharp.Modules;

public sealed class Hardsigmoid : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly bool inplace;

    internal Hardsigmoid(bool inplace) : base(nameof(Hardsigmoid))
    {
        this.inplace = inplace;
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.hardsigmoid(tensor, inplace);
}
