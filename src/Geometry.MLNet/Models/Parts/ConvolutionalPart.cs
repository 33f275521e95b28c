using Geometry.Networks;
using Microsoft.ML;

namespace Geometry.MLNet;

/// <summary>Convolutional networks in model files: the network, the columns that are made of its layers, the label, and the record of training.</summary>
internal sealed class ConvolutionalPart : PartFormat<ConvolutionalTransformer>
{
    private const int Newest = 1;

    private sealed record Saved(
        int Version, string Features, SavedLabel Label, IReadOnlyList<SavedOutput> Columns, StopReason StopReason, int NetworkEpoch,
        IReadOnlyList<ConvNetEpochReport> History);

    private sealed record SavedOutput(string Layer, LayerForm Form, string Column);

    public override string Kind => "convolutional";

    public override ITransformer Read(PartReader reader)
    {
        Saved saved = reader.Describe<Saved>(Newest);
        ConvNet network = reader.Network(NetworkFile, ConvNet.Load);
        string[] layers = [.. network.Blueprint.Architecture.LayerNames, Mlp.ReadoutName];
        if (saved.Columns.FirstOrDefault(column => !layers.Contains(column.Layer)) is { } unknown)
        {
            throw new FormatException($"its column '{unknown.Column}' is of a layer '{unknown.Layer}' that the network does not have");
        }

        return new ConvolutionalTransformer(
            saved.Features, saved.Label.ToLabel(network.Blueprint.Outputs), new ConvNetTrainingResult(network, saved.History, saved.StopReason, saved.NetworkEpoch),
            [.. saved.Columns.Select(column => new ConvNetOutput(column.Layer, column.Form, column.Column))]);
    }

    protected override (IReadOnlyList<string> Inputs, IReadOnlyList<string> Outputs) Columns(ConvolutionalTransformer transformer) =>
        ([transformer.InputColumnName], transformer.OutputColumnNames);

    protected override void Write(ConvolutionalTransformer transformer, PartWriter writer)
    {
        ConvNetTrainingResult training = transformer.Training;
        writer.Describe(new Saved(
            Newest, transformer.InputColumnName, SavedLabel.Of(transformer.Label),
            [.. transformer.Outputs.Select(output => new SavedOutput(output.Layer, output.Form, output.EffectiveColumnName))],
            training.StopReason, training.NetworkEpoch, training.History));
        writer.Add(NetworkFile, training.Network.Save);
    }
}
