using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What an optimiser remembers of one parameter from step to step.</summary>
public abstract partial class OptimizerState
{
    protected Parameter _parameter;

    protected OptimizerState(Parameter parameter)
    {
        _parameter = parameter;
    }

    public abstract void Initialize(OptimizerOptions options);

    private protected Tensor ZerosLikeParameter()
    {
        using var off = no_grad();
        return Aten.zeros_like.Call(_parameter).DetachFromDisposeScope();
    }
}
