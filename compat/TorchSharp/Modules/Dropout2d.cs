using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed class Dropout2d : nn.Module<Tensor, Tensor>
{
    private readonly double p;
    private readonly bool inplace;

    internal Dropout2d(double p, bool inplace) : base(nameof(Dropout2d))
    {
        if (!(p >= 0 && p <= 1)) throw new ArgumentException($"The probability of dropping must be from 0 to 1, but got {p}.", nameof(p));
        this.p = p;
        this.inplace = inplace;
    }

    public override Tensor forward(Tensor input) => nn.functional.dropout2d(input, p, training, inplace);
}
