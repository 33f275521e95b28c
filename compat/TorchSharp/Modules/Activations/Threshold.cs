namespace TorchSharp.Modules;

public sealed class Threshold : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly double threshold;
    private readonly double value;
    private readonly bool inplace;

    internal Threshold(double threshold, double value, bool inplace) : base(nameof(Threshold))
    {
        this.threshold = threshold;
        this.value = value;
        this.inplace = inplace;
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.Threshold(tensor, threshold, value, inplace);
}
