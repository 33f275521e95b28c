using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Stack.TorchSharp.Modules;

/// <summary>A module as a user writes one: private fields, registered at the end of the constructor.</summary>
internal sealed class Pair : Module<Tensor, Tensor>
{
    private readonly Linear first = Linear(3, 4);
    private readonly Module<Tensor, Tensor> activation = Tanh();
    [ComponentName(Name = "head")]
    private readonly Linear second = Linear(4, 2, hasBias: false);
    private readonly Parameter scale = Parameter(ones(1));
    private readonly Tensor offset = zeros(2);

    internal Pair() : base(nameof(Pair))
    {
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using Tensor hidden = first.call(input);
        using Tensor active = activation.call(hidden);
        using Tensor output = second.call(active);
        using Tensor scaled = output * scale;
        return scaled + offset;
    }
}
