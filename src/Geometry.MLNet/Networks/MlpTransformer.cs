using Geometry.MLNet.Persistence;
using Geometry.Networks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>A trained multilayer perceptron, whose hidden layers and outputs become columns (see <see cref="MlpEstimator"/>).</summary>
public sealed partial class MlpTransformer : NetworkTransformer
{
    private const int BatchSize = 512;

    private readonly string _labelColumnName;
    private readonly LabelForm _form;
    private readonly MlpLoss _loss;
    private readonly DataViewSchema.Annotations? _keyValues;
    private readonly IReadOnlyList<string> _classes;

    internal MlpTransformer(
        string labelColumnName, string featureColumnName, MlpTrainingResult training, LabelForm form, MlpLoss loss, DataViewSchema.Annotations? keyValues,
        IReadOnlyList<string> classes)
        : base(
            featureColumnName, new MlpForwardPass(training.Network),
            MlpColumns.Of(
                training.Network.Architecture.HiddenWidths, training.Network.Architecture.OutputWidth, form, loss, keyValues,
                ReadoutOf(training.Network, labelColumnName, form, classes)), BatchSize)
    {
        (Training, _labelColumnName, _form, _loss, _keyValues, _classes) = (training, labelColumnName, form, loss, keyValues, classes);
    }

    /// <summary>Gets the network and the record of its training: loss by epoch, why it stopped, how far the layers moved.</summary>
    public MlpTrainingResult Training { get; }

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
        return new MlpTransformer(_labelColumnName, InputColumnName, training, _form, _loss, _keyValues, _classes);
    }

    private static DataViewSchema.Annotations? ReadoutOf(Mlp network, string label, LabelForm form, IReadOnlyList<string> classes) => ReadoutAnnotation.Suits(form)
        ? ReadoutAnnotation.Of(label, classes, () => network.Readout.Weight, () => network.Readout.Bias)
        : null;

    private protected override void Save(ModelSaveContext context)
    {
        if (!Training.Network.Architecture.Nonlinearity.IsNamed)
        {
            throw new NotSupportedException(
                $"The nonlinearity '{Training.Network.Architecture.Nonlinearity.Text}' is a function of yours, which a model file cannot hold. Use a named one, "
                + "or save Training.Network by its own Save and load it with the function.");
        }

        var saved = new SavedNetwork(Training.Network, _form, _loss, _classes);
        ((ICanSaveModel)SavedChain.Build(InputColumnName, saved)).Save(context);
    }
}
