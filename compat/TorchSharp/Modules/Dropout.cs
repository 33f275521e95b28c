using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed class Dropout : nn.Module<Tensor, Tensor>
{
    private readonly double p;
    private readonly bool inplace;

    internal Dropout(double p, bool inplace) : base(nameof(Dropout))
    {
        if (!(p >= 0 && p <= 1)) throw new ArgumentException($"The probability of dropping must be from 0 to 1, but got {p}.", nameof(p));
        this.p = p;
        this.inplace = inplace;
    }

    public override Tensor forward(Tensor tensor) => nn.functional.dropout(tensor, p, training, inplace);
}
