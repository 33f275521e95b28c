using System.Globalization;
using Geometry.Networks;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Runtime;

namespace Geometry.MLNet;

/// <summary>
/// Trains a multilayer perceptron with a chosen nonlinearity. The transformer adds its hidden layers as columns <c>Hidden1</c> to
/// <c>HiddenL</c> (vectors of Single), and what its outputs say about the label:
/// <list type="bullet">
/// <item>a Boolean or 0/1 Single label: <c>Score</c> (logit), <c>Probability</c>, <c>PredictedLabel</c> (Boolean);</item>
/// <item>a vector of such labels: the same three as vectors;</item>
/// <item>a key label: <c>Score</c> (a probability for each class, as ML.NET's multiclass trainers have it) and <c>PredictedLabel</c> (key);</item>
/// <item>real numbers, with the squared error: <c>Score</c>.</item>
/// </list>
/// With the squared error a binary label has no <c>Probability</c>.
/// </summary>
public sealed class MlpEstimator : IEstimator<MlpTransformer>
{
    private readonly MLContext _context;
    private readonly IHost _host;
    private readonly string _labelColumnName, _featureColumnName;
    private readonly MlpOptions _options;

    internal MlpEstimator(MLContext context, string labelColumnName, string featureColumnName, MlpOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(labelColumnName);
        ArgumentException.ThrowIfNullOrEmpty(featureColumnName);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _context = context;
        _host = ((IHostEnvironment)context).Register(nameof(MlpEstimator));
        (_labelColumnName, _featureColumnName, _options) = (labelColumnName, featureColumnName, options);
    }

    /// <summary>Reads the columns once and trains the network. The loss of each epoch goes to the log and to the progress channel.</summary>
    /// <param name="input">The training data.</param>
    /// <returns>The transformer with the trained network.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A column is absent or of a type that cannot be used.</exception>
    /// <exception cref="ArgumentException">A feature is not finite, a label is missing, or there is one class only.</exception>
    /// <exception cref="TrainingDivergedException">The loss became NaN or infinite.</exception>
    public MlpTransformer Fit(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        Device.RequireAvailable(_context);
        LabelForm form = LabelForm.Of(input.Schema, _labelColumnName, _options.Loss);
        DataViewSchema.Column label = input.Schema[_labelColumnName];
        TrainingSet data = Read(input, label, form);
        using IChannel channel = _host.Start("Training");
        using IProgressChannel progress = _host.StartProgressChannel("Training");
        MlpOptions options = WithSeed(channel);
        (int Epoch, double Loss) last = (0, double.NaN);
        progress.SetHeader(new ProgressHeader(["Loss"], ["epochs"]), entry =>
        {
            entry.SetProgress(0, last.Epoch, options.Epochs);
            entry.SetMetric(0, last.Loss);
        });
        MlpTrainingResult result = MlpTrainer.Train(data, options, progress: report =>
        {
            last = (report.Epoch, report.Loss);
            channel.Info(MessageSensitivity.None, "epoch {0} of {1}: loss {2}", report.Epoch, options.Epochs, report.Loss.ToString(CultureInfo.InvariantCulture));
            progress.Checkpoint(report.Loss, report.Epoch);
        });
        return new MlpTransformer(_featureColumnName, result, form, options.LossFor(form.Kind), KeyValuesOf(label), ClassNames(label));
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
        SchemaShape labelAnnotations = SchemaPromise.Require(inputSchema, "label", _labelColumnName).Annotations;
        DataViewType? named = labelAnnotations.Where(annotation => annotation.Name == "KeyValues").Select(annotation => annotation.ItemType).FirstOrDefault();
        // A promise has no sizes, so any number of outputs will do.
        return SchemaPromise.Append(inputSchema, MlpColumns
            .Of(_options.HiddenWidths, 2, form, _options.LossFor(form.Kind), named is null ? null : SchemaPromise.KeyValues(named))
            .Select(column => column.Detached));
    }

    private TrainingSet Read(IDataView input, DataViewSchema.Column label, LabelForm form)
    {
        long? expected = input.GetRowCount();
        var features = new FloatRows(_featureColumnName, FloatColumn.Width(input.Schema, "feature", _featureColumnName, nameof(input)), expected);
        DataViewSchema.Column feature = input.Schema[_featureColumnName];
        using DataViewRowCursor cursor = input.GetRowCursor([feature, label]);
        Action<Span<float>> readFeatures = FloatColumn.Reader(cursor, feature.Index);
        var labels = new LabelReader(cursor, label, form, expected);
        while (cursor.MoveNext())
        {
            readFeatures(features.Next());
            labels.Read();
        }

        TrainingTargets targets = labels.ToTargets();
        try
        {
            return new TrainingSet(features.Memory, features.Width, targets);
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException($"Feature column '{_featureColumnName}': {exception.Message}", exception);
        }
    }

    // As with ML.NET's own trainers, the context's seed decides where the options name none.
    private MlpOptions WithSeed(IChannel channel)
    {
        if (_options.Seed is not null)
        {
            return _options;
        }

        int seed = _host.Rand.Next();
        channel.Info(MessageSensitivity.None, "seed {0}, drawn from the context", seed);
        return _options with { Seed = seed };
    }

    private static DataViewSchema.Annotations? KeyValuesOf(DataViewSchema.Column label) =>
        label.Annotations.Schema.GetColumnOrNull("KeyValues") is null ? null : label.Annotations;

    private static IReadOnlyList<string> ClassNames(DataViewSchema.Column label) => label.Type is KeyDataViewType key
        ? LevelColumn.KeyTexts(label) ?? [.. Enumerable.Range(1, checked((int)key.Count)).Select(number => number.ToString(CultureInfo.InvariantCulture))]
        : [];
}
