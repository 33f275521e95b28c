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

    /// <summary>
    /// Reads the columns once and trains the network. The loss of the first ten epochs, then of every tenth, hundredth and so on, goes to the log
    /// and to the progress channel.
    /// </summary>
    /// <param name="input">The training data.</param>
    /// <returns>The transformer with the trained network.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A column is absent or of a type that cannot be used.</exception>
    /// <exception cref="ArgumentException">A feature is not finite, a label is missing, or there is one class only.</exception>
    /// <exception cref="TrainingDivergedException">The loss became NaN or infinite.</exception>
    public MlpTransformer Fit(IDataView input) => Fit(Read(input));

    /// <summary>Trains the network on rows that <see cref="Read"/> has read, of this estimator or of another one with the same columns and kind of label.</summary>
    /// <param name="rows">The rows. Any number of estimators may use them, also at the same time.</param>
    /// <param name="cancellationToken">Stops training between two steps.</param>
    /// <returns>The transformer with the trained network: the same, to the bit, as from the data view.</returns>
    /// <exception cref="ArgumentException">The rows were read from other columns, or for another kind of label.</exception>
    /// <exception cref="TrainingDivergedException">The loss became NaN or infinite.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public MlpTransformer Fit(TrainingRows rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Device.RequireAvailable(_context);
        rows.Require(_labelColumnName, _featureColumnName, _options);
        return new MlpTraining(_host, rows).Run([_options], threads: 1, cancellationToken)[0];
    }

    /// <summary>Reads the label and the features, so that several networks can be trained on them without reading them again.</summary>
    /// <param name="input">The training data.</param>
    /// <returns>The rows, for <see cref="Fit(TrainingRows, CancellationToken)"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A column is absent or of a type that cannot be used.</exception>
    /// <exception cref="ArgumentException">A feature is not finite, a label is missing, or there is one class only.</exception>
    public TrainingRows Read(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return TrainingRows.Read(input, _labelColumnName, _featureColumnName, _options);
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
        // A promise has no sizes, so any number of outputs will do.
        return SchemaPromise.Append(inputSchema, MlpColumns
            .Of(_options.HiddenWidths, 2, form, _options.LossFor(form.Kind), keyValues, ReadoutAnnotation.Suits(form) ? ReadoutAnnotation.Promise : null)
            .Select(column => column.Detached));
    }
}
