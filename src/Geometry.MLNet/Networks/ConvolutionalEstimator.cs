using System.Globalization;
using Geometry.Networks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Geometry.MLNet;

/// <summary>
/// Trains a convolutional network with a chosen nonlinearity. The transformer adds columns of its layers, by default every one as it is (a vector of
/// Single with the dimensions maps, height and width) under the names of <see cref="LayerNames"/>, and what its outputs say about the label, as
/// <see cref="MlpEstimator"/> does: <c>Score</c>, <c>Probability</c> and <c>PredictedLabel</c>.
/// </summary>
public sealed class ConvolutionalEstimator : IEstimator<ConvolutionalTransformer>
{
    private readonly MLContext _context;
    private readonly IHost _host;
    private readonly string _labelColumnName, _featureColumnName;
    private readonly ConvNetOptions _options;

    internal ConvolutionalEstimator(MLContext context, string labelColumnName, string featureColumnName, ConvNetOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(labelColumnName);
        ArgumentException.ThrowIfNullOrEmpty(featureColumnName);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _context = context;
        _host = ((IHostEnvironment)context).Register(nameof(ConvolutionalEstimator));
        (_labelColumnName, _featureColumnName, _options) = (labelColumnName, featureColumnName, options);
    }

    /// <summary>Gets the names of the network's layers, from the image on, before anything is trained; <c>Readout</c> is not among them.</summary>
    public IReadOnlyList<string> LayerNames => _options.Architecture.LayerNames;

    /// <summary>Says which layers the network will have for given images, and how large they are.</summary>
    /// <param name="imageShape">The channels, height and width of the images.</param>
    /// <returns>The layers, from the image on.</returns>
    /// <exception cref="ArgumentException">The images are too small for the architecture.</exception>
    public IReadOnlyList<ConvNetLayerShape> GetLayers(IReadOnlyList<int> imageShape) => ConvNetBlueprint.Of(imageShape, 1, _options).Layers;

    /// <summary>Says which layers the network will have for given data, and how large they are.</summary>
    /// <param name="inputSchema">The schema of the data.</param>
    /// <returns>The layers, from the image on.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The feature column is absent or of another type.</exception>
    /// <exception cref="ArgumentException">The shape of the images is not known, or they are too small for the architecture.</exception>
    public IReadOnlyList<ConvNetLayerShape> GetLayers(DataViewSchema inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        return GetLayers(ConvolutionalShape.Of(inputSchema, _featureColumnName, _options, nameof(inputSchema)));
    }

    /// <summary>Reads the columns once and trains the network. Loss and accuracy of each epoch go to the log and to the progress channel.</summary>
    /// <param name="input">The training data.</param>
    /// <returns>The transformer with the trained network.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A column is absent or of a type that cannot be used.</exception>
    /// <exception cref="ArgumentException">
    /// A feature is not finite, a label is missing, there is one class only, the shape of the images is not known, or they are too small.
    /// </exception>
    /// <exception cref="TrainingDivergedException">The loss became NaN or infinite.</exception>
    /// <exception cref="OperationCanceledException">The options' token was cancelled before the first epoch was done.</exception>
    /// <exception cref="InvalidOperationException">The checkpoint folder holds the state of another training.</exception>
    public ConvolutionalTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Device.RequireAvailable(_context);

        // What the schema tells is wrong is told before the rows are read.
        GetLayers(input.Schema);
        return Fit(Read(input));
    }

    /// <summary>Trains the network on rows that <see cref="Read"/> has read: several networks then share the images in memory.</summary>
    /// <param name="rows">The rows. Any number of estimators may use them, also at the same time.</param>
    /// <returns>The transformer with the trained network: the same, to the bit, as from the data view.</returns>
    /// <exception cref="ArgumentException">The rows were read from other columns, or for another kind of label, or are no images of the right shape.</exception>
    /// <exception cref="TrainingDivergedException">The loss became NaN or infinite.</exception>
    /// <exception cref="OperationCanceledException">The options' token was cancelled before the first epoch was done.</exception>
    public ConvolutionalTransformer Fit(TrainingRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Device.RequireAvailable(_context);
        rows.Require(_labelColumnName, _featureColumnName, LossAlone);
        using IChannel channel = _host.Start("Training");
        using IProgressChannel progress = _host.StartProgressChannel("Training");
        ConvNetOptions options = _options with { Seed = _options.Seed ?? ContextSeed.Draw(_host, channel), ImageShape = ConvolutionalShape.Of(rows.Schema, _featureColumnName, _options, nameof(rows)) };
        ConvNetEpochReport? last = null;
        progress.SetHeader(new ProgressHeader(["Loss", "Accuracy", "ValidationLoss", "ValidationAccuracy"], ["epochs"]), entry =>
        {
            entry.SetProgress(0, last?.Epoch ?? 0, options.Epochs);
            entry.SetMetric(0, last?.Loss ?? double.NaN);
            entry.SetMetric(1, last?.Accuracy ?? double.NaN);
            entry.SetMetric(2, last?.ValidationLoss ?? double.NaN);
            entry.SetMetric(3, last?.ValidationAccuracy ?? double.NaN);
        });
        ConvNetTrainingResult result = ConvNetTrainer.Train(rows.Data, options, report =>
        {
            last = report;
            channel.Info(MessageSensitivity.None, "epoch {0} of {1}: {2}", report.Epoch, options.Epochs, Text(report));
            progress.Checkpoint(report.Loss, report.Accuracy, report.ValidationLoss, report.ValidationAccuracy, report.Epoch);
        });
        if (result.StopReason == StopReason.Cancelled)
        {
            channel.Warning(MessageSensitivity.None, "training was cancelled; the network is that of epoch {0}", result.NetworkEpoch);
        }

        // Not the rows themselves, whose images are large.
        return new ConvolutionalTransformer(
            rows.FeatureColumnName, NetworkLabel.Of(rows, options.LossFor(rows.Form.Kind)), result, options.EffectiveOutputs);
    }

    /// <summary>Reads the label and the images, so that several networks can be trained on them without reading and holding them again.</summary>
    /// <param name="input">The training data.</param>
    /// <returns>The rows, for <see cref="Fit(TrainingRows)"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A column is absent or of a type that cannot be used.</exception>
    /// <exception cref="ArgumentException">A feature is not finite, a label is missing, or there is one class only.</exception>
    public TrainingRows Read(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return TrainingRows.Read(input, _labelColumnName, _featureColumnName, LossAlone);
    }

    /// <summary>Says which columns the transformer will add.</summary>
    /// <param name="inputSchema">The promised schema of the input.</param>
    /// <returns>The input's columns and the network's.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A column is absent or of a type that cannot be used.</exception>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        FloatColumn.Check(inputSchema, "feature", _featureColumnName);
        LabelForm form = LabelForm.Of(inputSchema, _labelColumnName, _options.Loss);
        DataViewSchema.Annotations? keyValues = SchemaPromise.KeyValues(SchemaPromise.Require(inputSchema, "label", _labelColumnName));

        // A promise has no sizes, so any number of units and outputs will do.
        var vector = new VectorDataViewType(NumberDataViewType.Single, 1);
        IReadOnlyList<ConvNetOutput> outputs = _options.EffectiveOutputs;
        string? read = ReadoutAnnotation.Suits(form) ? _options.Architecture.LayerNames[^1] : null;
        return SchemaPromise.Append(inputSchema, outputs.Select((output, column) => NetworkColumn.Units(
                output.EffectiveColumnName, vector, column, output.Layer == read && output.Form != LayerForm.SpatialMean ? ReadoutAnnotation.Promise : null))
            .Concat(MlpColumns.OfReadout(2, outputs.Count, form, _options.LossFor(form.Kind), keyValues))
            .Select(column => column.Detached));
    }

    // All that the reading of rows depends on.
    private MlpOptions LossAlone => new() { Loss = _options.Loss };

    private static string Text(ConvNetEpochReport report)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"loss {report.Loss}");
        text += report.Accuracy is { } accuracy ? string.Create(CultureInfo.InvariantCulture, $", accuracy {accuracy:0.0000}") : "";
        text += report.ValidationLoss is { } loss ? string.Create(CultureInfo.InvariantCulture, $", validation loss {loss}") : "";
        return text + (report.ValidationAccuracy is { } held ? string.Create(CultureInfo.InvariantCulture, $", validation accuracy {held:0.0000}") : "");
    }
}
