namespace TorchSharp.Modules;

public sealed class LogSigmoid : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    internal LogSigmoid() : base(nameof(LogSigmoid))
    {
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.logsigmoid(tensor);
}
