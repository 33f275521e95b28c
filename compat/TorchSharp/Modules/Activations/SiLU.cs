namespace TorchSharp.Modules;

public sealed class SiLU : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    internal SiLU() : base(nameof(SiLU))
    {
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.silu(tensor);
}
