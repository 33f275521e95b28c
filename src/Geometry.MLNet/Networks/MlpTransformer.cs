using Geometry.Networks;
using Microsoft.ML;

namespace Geometry.MLNet;

/// <summary>A trained multilayer perceptron, whose hidden layers and outputs become columns (see <see cref="MlpEstimator"/>).</summary>
public sealed partial class MlpTransformer : NetworkTransformer
{
    private const int BatchSize = 512;

    internal MlpTransformer(string featureColumnName, NetworkLabel label, MlpTrainingResult training)
        : base(
            featureColumnName, new MlpForwardPass(training.Network),
            MlpColumns.Of(
                training.Network.Architecture.HiddenWidths, training.Network.Architecture.OutputWidth, label.Form, label.Loss, label.KeyValues,
                ReadoutOf(training.Network, label)), BatchSize) => (Training, Label) = (training, label);

    /// <summary>Gets the network and the record of its training: loss by epoch, why it stopped, how far the layers moved.</summary>
    public MlpTrainingResult Training { get; }

    /// <summary>Gets the label that the network learned.</summary>
    internal NetworkLabel Label { get; }

    /// <summary>
    /// Gives the transformer as it was after an epoch of training, one of <see cref="MlpOptions.CheckpointEpochs"/>: the same columns, of the network
    /// that was kept then.
    /// </summary>
    /// <param name="epoch">The number of epochs done; 0 is the initial network.</param>
    /// <returns>The transformer.</returns>
    /// <exception cref="ArgumentException">No network was kept after that epoch; the message lists those there are.</exception>
    public MlpTransformer AtEpoch(int epoch)
    {
        NetworkCheckpoint checkpoint = Training.Checkpoints.FirstOrDefault(checkpoint => checkpoint.Epoch == epoch) ?? throw new ArgumentException(
            $"No network was kept after epoch {epoch}. There are those after epochs: {string.Join(", ", Training.Checkpoints.Select(kept => kept.Epoch))}. "
            + "Name the epoch in MlpOptions.CheckpointEpochs.", nameof(epoch));
        MlpTrainingResult training = Training with { Network = checkpoint.Network, History = [.. Training.History.Take(epoch)], Checkpoints = [] };
        return new MlpTransformer(InputColumnName, Label, training);
    }

    private static DataViewSchema.Annotations? ReadoutOf(Mlp network, NetworkLabel label) => ReadoutAnnotation.Suits(label.Form)
        ? ReadoutAnnotation.Of(label.ColumnName, label.Classes, () => network.Readout.Weight, () => network.Readout.Bias)
        : null;
}
