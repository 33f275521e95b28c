namespace TorchSharp.Modules;

public sealed class ReLU : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly bool inplace;

    internal ReLU(bool inplace) : base(nameof(ReLU))
    {
        this.inplace = inplace;
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.relu(tensor, inplace);
}
