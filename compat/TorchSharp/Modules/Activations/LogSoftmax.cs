namespace TorchSharp.Modules;

public sealed class LogSoftmax : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly long dim;

    internal LogSoftmax(long dim) : base(nameof(LogSoftmax))
    {
        this.dim = dim;
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.log_softmax(tensor, dim);
}
