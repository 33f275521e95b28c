using TorchSharp;
using static TorchSharp.torch;

namespace Contracts.Cases;

/// <summary>
/// A module that disposes its intermediate tensors itself and overwrites a submodule's output in place. Its first layer is known: it
/// hands the input on, so that the column of its output shows whether the later overwriting reached it.
/// </summary>
internal sealed class ScopedModule : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> first, relu, last;

    public ScopedModule()
        : base(nameof(ScopedModule))
    {
        first = nn.Identity();
        relu = nn.ReLU(inplace: true);
        last = nn.Linear(6, 2);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor active = relu.call(first.call(input.clone()));
        return last.call(active.mul_(0.5)).MoveToOuterDisposeScope();
    }
}
