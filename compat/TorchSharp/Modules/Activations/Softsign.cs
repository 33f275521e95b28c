namespace TorchSharp.Modules;

public sealed class Softsign : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    internal Softsign() : base(nameof(Softsign))
    {
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.Softsign(tensor);
}
