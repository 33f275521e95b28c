namespace TorchSharp.Modules;

public sealed class Hardtanh : torch.nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly double min_val;
    private readonly double max_val;
    private readonly bool inplace;

    internal Hardtanh(double min_val, double max_val, bool inplace) : base(nameof(Hardtanh))
    {
        this.min_val = min_val;
        this.max_val = max_val;
        this.inplace = inplace;
    }

    public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.Hardtanh(tensor, min_val, max_val, inplace);
}
