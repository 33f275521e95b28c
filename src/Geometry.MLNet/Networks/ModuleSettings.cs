using Geometry.Networks;
using static TorchSharp.torch;

namespace Geometry.MLNet;

/// <summary>A module and how it is run over a column.</summary>
/// <param name="Module">The module.</param>
/// <param name="Name">The name by which it is made again when a saved model is loaded.</param>
/// <param name="InputColumnName">The column that it reads.</param>
/// <param name="InputShape">The dimensions of one row of its input.</param>
/// <param name="Outputs">The columns to make.</param>
/// <param name="BatchSize">The rows that are run together.</param>
/// <param name="Nonlinearity">The function to apply in place of those of submodules; null to leave them.</param>
/// <param name="Replaced">The submodules whose function is replaced.</param>
internal sealed record ModuleSettings(
    nn.Module<Tensor, Tensor> Module, string Name, string InputColumnName, IReadOnlyList<int> InputShape, IReadOnlyList<ModuleOutput> Outputs, int BatchSize,
    Nonlinearity? Nonlinearity, IReadOnlyList<string> Replaced)
{
    /// <summary>Replaces the functions; null where they stay.</summary>
    public NonlinearitySwap? Swap() => Nonlinearity is null ? null : NonlinearitySwap.Apply(Module, Nonlinearity, Replaced);
}
