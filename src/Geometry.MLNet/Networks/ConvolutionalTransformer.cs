using Geometry.Networks;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>A trained convolutional network, whose layers and outputs become columns (see <see cref="ConvolutionalEstimator"/>).</summary>
public sealed partial class ConvolutionalTransformer : NetworkTransformer
{
    private const int BatchSize = 128;

    internal ConvolutionalTransformer(string featureColumnName, NetworkLabel label, ConvNetTrainingResult training, IReadOnlyList<ConvNetOutput> outputs)
        : this(featureColumnName, label, training, outputs, new ConvolutionalForwardPass(training.Network, outputs))
    {
    }

    private ConvolutionalTransformer(
        string featureColumnName, NetworkLabel label, ConvNetTrainingResult training, IReadOnlyList<ConvNetOutput> outputs, ConvolutionalForwardPass network)
        : base(featureColumnName, network, Columns(label, training.Network, network), BatchSize)
    {
        (Training, Label, Outputs) = (training, label, outputs);
    }

    /// <summary>Gets the network and the record of its training: loss and accuracy by epoch, why it stopped, which epoch the network is of.</summary>
    public ConvNetTrainingResult Training { get; }

    /// <summary>Gets the label that the network learned.</summary>
    internal NetworkLabel Label { get; }

    /// <summary>Gets the columns of layers.</summary>
    internal IReadOnlyList<ConvNetOutput> Outputs { get; }

    private static IEnumerable<NetworkColumn> Columns(NetworkLabel label, ConvNet network, ConvolutionalForwardPass pass)
    {
        IEnumerable<NetworkColumn> layers = pass.ColumnNames.Select((name, column) =>
            NetworkColumn.Units(
                name, new VectorDataViewType(NumberDataViewType.Single, pass.Dimensions(column)), column,
                pass.IsRead(column) && ReadoutAnnotation.Suits(label.Form)
                    ? ReadoutAnnotation.Of(label.ColumnName, label.Classes, () => network.Readout.Weight, () => network.Readout.Bias)
                    : null));
        return layers.Concat(MlpColumns.OfReadout(network.Blueprint.Outputs, pass.ColumnNames.Count, label.Form, label.Loss, label.KeyValues));
    }
}
