using Geometry.Networks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet.Persistence;

/// <summary>
/// Builds a chain of stock transformers that does what a network's transformer does. A component from outside ML.NET cannot write itself into a
/// model file, but stock transformers can: a value mapping carries the network as text, a mapping by contract runs it, and further
/// mappings and concatenations give the results columns of known size.
/// </summary>
internal sealed class SavedChain
{
    private readonly MLContext _ml = new(seed: 0);
    private readonly List<string> _temporary = [NetworkKey.ColumnName, NetworkInput.FeatureColumnName, NetworkInput.NetworkColumnName, RemainingValues.ColumnName, NetworkOutput.ClassColumnName];
    private EstimatorChain<ITransformer> _chain = new();

    /// <summary>Builds the chain.</summary>
    /// <param name="featureColumnName">The column that the network reads.</param>
    /// <param name="saved">The network.</param>
    public static ITransformer Build(string featureColumnName, SavedNetwork saved)
    {
        var builder = new SavedChain();
        builder.AddNetwork(featureColumnName, saved);
        builder.AddColumns(saved);
        builder.Add(builder._ml.Transforms.DropColumns([.. builder._temporary]));
        int width = saved.Pass.InputWidth;
        return builder._chain.Fit(new MemoryDataView(0, MemoryColumn.Vectors(featureColumnName, default, width)));
    }

    private void AddNetwork(string featureColumnName, SavedNetwork saved)
    {
        Add(_ml.Transforms.Concatenate(NetworkInput.FeatureColumnName, featureColumnName));
        Add(_ml.Transforms.CustomMapping<NoColumns, NetworkKey>(NetworkKeyFactory.AddKey, NetworkKeyFactory.Contract));
        Add(_ml.Transforms.Conversion.MapValue(
            NetworkInput.NetworkColumnName, [new KeyValuePair<bool, string>(true, saved.ToText())], NetworkKey.ColumnName));
        Add(_ml.Transforms.CustomMapping<NetworkInput, NetworkOutput>(new SavedNetworkRunner().Run, NetworkFactory.Contract));
    }

    private void AddColumns(SavedNetwork saved)
    {
        int outputs = saved.Pass.LayerWidths[^1];
        for (int layer = 0; layer < saved.ColumnNames.Count; layer++)
        {
            AddVector(saved.ColumnNames[layer], saved.Pass.LayerWidths[layer]);
        }

        bool hasProbability = saved.Loss == MlpLoss.BinaryCrossEntropy;
        switch (saved.Form)
        {
            case { Kind: TargetKind.Classes }:
                AddVector("Score", outputs);
                Add(_ml.Transforms.Conversion.MapValueToKey(
                    "PredictedLabel", NetworkOutput.ClassColumnName,
                    keyData: new MemoryDataView(saved.Classes.Count, MemoryColumn.Texts("Value", saved.Classes))));
                break;
            case { Kind: TargetKind.Binary, IsVector: true }:
                AddVector("Score", outputs);
                if (hasProbability)
                {
                    AddVector("Probability", outputs);
                }

                AddVector("PredictedLabel", outputs);
                Add(_ml.Transforms.Conversion.ConvertType("PredictedLabel", outputKind: DataKind.Boolean));
                break;
            case { Kind: TargetKind.Binary } when hasProbability:
                Add(_ml.Transforms.CustomMapping<RemainingValues, BinaryLabel>(BinaryLabelFactory.Read, BinaryLabelFactory.Contract));
                break;
            case { Kind: TargetKind.Binary }:
                Add(_ml.Transforms.CustomMapping<RemainingValues, SignLabel>(SignLabelFactory.Read, SignLabelFactory.Contract));
                break;
            case { IsVector: true }:
                AddVector("Score", outputs);
                break;
            default:
                Add(_ml.Transforms.CustomMapping<RemainingValues, RealLabel>(RealLabelFactory.Read, RealLabelFactory.Contract));
                break;
        }
    }

    // A vector of known size: blocks of powers of two, largest first, put together.
    private void AddVector(string name, int width)
    {
        var blocks = new List<string>();
        for (int size = ValueBlocks.Largest; size > 0; size /= 2)
        {
            for (; width >= size; width -= size)
            {
                if (blocks.Contains(ValueBlocks.Prefix + size))
                {
                    throw new NotSupportedException($"The layer behind column '{name}' is too wide to be saved: at most {(2 * ValueBlocks.Largest) - 1} units.");
                }

                Add(ValueBlocks.Mapping(_ml, size));
                blocks.Add(ValueBlocks.Prefix + size);
            }
        }

        Add(_ml.Transforms.Concatenate(name, [.. blocks]));
        _temporary.AddRange(blocks.Except(_temporary));
    }

    private void Add(IEstimator<ITransformer> estimator) => _chain = _chain.Append(estimator);
}
