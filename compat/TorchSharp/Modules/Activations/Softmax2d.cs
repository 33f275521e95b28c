namespace TorchSharp.Modules;

public sealed class Softmax2d : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    internal Softmax2d() : base(nameof(Softmax2d))
    {
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.softmax2d(tensor);
}
