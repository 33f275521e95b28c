using Geometry.MLNet.Persistence;
using Geometry.Networks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet;

/// <summary>A trained convolutional network, whose layers and outputs become columns (see <see cref="ConvolutionalEstimator"/>).</summary>
public sealed partial class ConvolutionalTransformer : NetworkTransformer
{
    private const int BatchSize = 128;

    // Not the rows themselves, whose images are large.
    private readonly LabelForm _form;
    private readonly IReadOnlyList<string> _classes;
    private readonly ConvNetOptions _options;

    internal ConvolutionalTransformer(TrainingRows rows, ConvNetTrainingResult training, ConvNetOptions options)
        : this(rows, training, options, new ConvolutionalForwardPass(training.Network, options.EffectiveOutputs))
    {
    }

    private ConvolutionalTransformer(TrainingRows rows, ConvNetTrainingResult training, ConvNetOptions options, ConvolutionalForwardPass network)
        : base(rows.FeatureColumnName, network, Columns(rows, training.Network, options, network), BatchSize)
    {
        (_form, _classes, Training, _options) = (rows.Form, rows.ClassNames, training, options);
    }

    /// <summary>Gets the network and the record of its training: loss and accuracy by epoch, why it stopped, which epoch the network is of.</summary>
    public ConvNetTrainingResult Training { get; }

    private protected override void Save(ModelSaveContext context)
    {
        Nonlinearity function = Training.Network.Blueprint.Nonlinearity;
        if (!function.IsNamed)
        {
            throw new NotSupportedException(
                $"The nonlinearity '{function.Text}' is a function of yours, which a model file cannot hold. Use a named one, "
                + "or save Training.Network by its own Save and load it with the function.");
        }

        var saved = new SavedNetwork(Training.Network, _options.EffectiveOutputs, _form, _options.LossFor(_form.Kind), _classes);
        ((ICanSaveModel)SavedChain.Build(InputColumnName, saved)).Save(context);
    }

    private static IEnumerable<NetworkColumn> Columns(TrainingRows rows, ConvNet network, ConvNetOptions options, ConvolutionalForwardPass pass)
    {
        IEnumerable<NetworkColumn> layers = pass.ColumnNames.Select((name, column) =>
            NetworkColumn.Units(
                name, new VectorDataViewType(NumberDataViewType.Single, pass.Dimensions(column)), column,
                pass.IsRead(column) && ReadoutAnnotation.Suits(rows.Form)
                    ? ReadoutAnnotation.Of(rows.LabelColumnName, rows.ClassNames, () => network.Readout.Weight, () => network.Readout.Bias)
                    : null));
        return layers.Concat(MlpColumns.OfReadout(
            network.Blueprint.Outputs, pass.ColumnNames.Count, rows.Form, options.LossFor(rows.Form.Kind), rows.KeyValues));
    }
}
