namespace TorchSharp.Modules;

public sealed class Tanhshrink : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    internal Tanhshrink() : base(nameof(Tanhshrink))
    {
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.Tanhshrink(tensor);
}
