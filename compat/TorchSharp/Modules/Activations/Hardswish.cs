namespace TorchSharp.Modules;

public sealed class Hardswish : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly bool inplace;

    internal Hardswish(bool inplace) : base(nameof(Hardswish))
    {
        this.inplace = inplace;
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.hardswish(tensor, inplace);
}
