using Geometry.Networks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>A trained multilayer perceptron, whose hidden layers and outputs become columns (see <see cref="MlpEstimator"/>).</summary>
public sealed class MlpTransformer : NetworkTransformer
{
    private const int BatchSize = 512;

    internal MlpTransformer(
        string featureColumnName, MlpTrainingResult training, LabelForm form, MlpLoss loss, DataViewSchema.Annotations? keyValues)
        : base(
            featureColumnName, new MlpForwardPass(training.Network),
            MlpColumns.Of(training.Network.Architecture.HiddenWidths, training.Network.Architecture.OutputWidth, form, loss, keyValues), BatchSize) =>
        Training = training;

    /// <summary>Gets the network and the record of its training: loss by epoch, why it stopped, how far the layers moved.</summary>
    public MlpTrainingResult Training { get; }

    private protected override void Save(ModelSaveContext context) => throw new NotSupportedException();
}
