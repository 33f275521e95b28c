namespace TorchSharp.Modules;

public sealed class GLU : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly long dim;

    internal GLU(long dim) : base(nameof(GLU))
    {
        this.dim = dim;
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.glu(tensor, dim);
}
