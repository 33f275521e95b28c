namespace TorchSharp.Modules;

public sealed class Mish : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    internal Mish() : base(nameof(Mish))
    {
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.Mish(tensor);
}
