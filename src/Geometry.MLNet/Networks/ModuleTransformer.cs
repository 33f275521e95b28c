using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>Runs a user's module over a column and adds the outputs of named submodules as columns.</summary>
public sealed class ModuleTransformer : NetworkTransformer
{
    internal ModuleTransformer(string inputColumnName, ModuleForwardPass network, IReadOnlyList<ModuleOutput> outputs, int batchSize)
        : base(inputColumnName, network, outputs.Select((output, layer) => Column(network, output, layer)), batchSize)
    {
    }

    private protected override void Save(ModelSaveContext context) => throw new NotSupportedException(
        $"The module over column '{InputColumnName}' is code that a model file cannot hold. Save its weights with module.save(path), save the stock part of "
        + "the chain, and build the chain again with ml.Geometry.Networks.Module(...) after loading both.");

    private static NetworkColumn Column(ModuleForwardPass network, ModuleOutput output, int layer) => NetworkColumn.Units(
        output.OutputColumnName, new VectorDataViewType(NumberDataViewType.Single, network.Dimensions(layer)), layer);
}
