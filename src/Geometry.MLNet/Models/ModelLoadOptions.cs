using Geometry.Networks;
using static TorchSharp.torch;

namespace Geometry.MLNet;

/// <summary>What a saved model needs back that a file cannot hold: code.</summary>
public sealed record ModelLoadOptions
{
    /// <summary>Gets the functions that were made with <see cref="Nonlinearity.FromFunction"/>, found by their names; named nonlinearities need nothing.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<Nonlinearity> Nonlinearities { get; init; } = [];

    /// <summary>
    /// Gets what makes the modules of <see cref="NetworksCatalog.Module(nn.Module{Tensor, Tensor}, string, IReadOnlyList{ModuleOutput})"/>, by the name that
    /// <see cref="ModuleOptions.Name"/> gave them, or their own. It gives a module of the same architecture, which is given the weights that were saved; whoever
    /// asked for the model disposes of it.
    /// </summary>
    /// <value>Default: none.</value>
    public IReadOnlyDictionary<string, Func<nn.Module<Tensor, Tensor>>> Modules { get; init; } = new Dictionary<string, Func<nn.Module<Tensor, Tensor>>>();
}
