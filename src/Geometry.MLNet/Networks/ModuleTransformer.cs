using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>Runs a user's module over a column and adds the outputs of named submodules as columns.</summary>
public sealed class ModuleTransformer : NetworkTransformer
{
    internal ModuleTransformer(ModuleSettings settings, ModuleForwardPass network)
        : base(settings.InputColumnName, network, settings.Outputs.Select((output, layer) => Column(network, output, layer)), settings.BatchSize) =>
        Settings = settings;

    /// <summary>Gets the module and how it is run.</summary>
    internal ModuleSettings Settings { get; }

    /// <summary>Binds a module to the shape of its input.</summary>
    /// <exception cref="ArgumentException">The module has no submodule of a wanted name.</exception>
    internal static ModuleTransformer Of(ModuleSettings settings) => new(
        settings, new ModuleForwardPass(settings.Module, settings.InputShape, settings.Outputs.Select(output => output.SubmoduleName), settings.Swap));

    private static NetworkColumn Column(ModuleForwardPass network, ModuleOutput output, int layer) => NetworkColumn.Units(
        output.OutputColumnName, new VectorDataViewType(NumberDataViewType.Single, network.Dimensions(layer)), layer);
}
