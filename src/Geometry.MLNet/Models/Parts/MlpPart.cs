using System.Globalization;
using Geometry.Networks;
using Microsoft.ML;

namespace Geometry.MLNet;

/// <summary>Multilayer perceptrons in model files: the network and those of the epochs that were kept, the label, and the record of training.</summary>
internal sealed class MlpPart : PartFormat<MlpTransformer>
{
    private const int Newest = 1;

    private sealed record Saved(
        int Version, string Features, SavedLabel Label, StopReason StopReason, IReadOnlyList<EpochReport> History, IReadOnlyList<LayerLaziness> Laziness,
        IReadOnlyList<int> CheckpointEpochs);

    public override string Kind => "mlp";

    public override ITransformer Read(PartReader reader)
    {
        Saved saved = reader.Describe<Saved>(Newest);
        if (saved.CheckpointEpochs.Distinct().Count() != saved.CheckpointEpochs.Count)
        {
            throw new FormatException("it has networks of the same epoch twice");
        }

        Mlp network = reader.Network(NetworkFile, Mlp.Load);
        NetworkCheckpoint[] checkpoints = [.. saved.CheckpointEpochs.Select(epoch => new NetworkCheckpoint(epoch, reader.Network(CheckpointFile(epoch), Mlp.Load)))];
        return new MlpTransformer(
            saved.Features, saved.Label.ToLabel(network.Architecture.OutputWidth),
            new MlpTrainingResult(network, saved.History, saved.StopReason, checkpoints, saved.Laziness));
    }

    protected override (IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs) Columns(MlpTransformer transformer) =>
        ([transformer.InputColumnName], transformer.OutputColumnNames);

    protected override void Write(MlpTransformer transformer, PartWriter writer)
    {
        MlpTrainingResult training = transformer.Training;
        writer.Describe(new Saved(
            Newest, transformer.InputColumnName, SavedLabel.Of(transformer.Label), training.StopReason, training.History, training.Laziness,
            [.. training.Checkpoints.Select(checkpoint => checkpoint.Epoch)]));
        writer.Add(NetworkFile, training.Network.Save);
        foreach (NetworkCheckpoint checkpoint in training.Checkpoints)
        {
            writer.Add(CheckpointFile(checkpoint.Epoch), checkpoint.Network.Save);
        }
    }

    private static string CheckpointFile(int epoch) => string.Create(CultureInfo.InvariantCulture, $"epoch-{epoch}.safetensors");
}
