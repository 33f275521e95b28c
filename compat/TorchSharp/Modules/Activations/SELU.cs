namespace TorchSharp.Modules;

public sealed class SELU : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly bool inplace;

    internal SELU(bool inplace) : base(nameof(SELU))
    {
        this.inplace = inplace;
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.selu(tensor, inplace);
}
