using Geometry.Networks;
using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace Geometry.MLNet;

/// <summary>
/// Trains several multilayer perceptrons on the same rows, one on each processor at a time, and gives a transformer for each: the one, to the
/// bit, that <see cref="MlpEstimator"/> would give. Behind each transformer a chain of its own can be fitted.
/// </summary>
public sealed class MlpReplicasEstimator
{
    private readonly MLContext _context;
    private readonly IHost _host;
    private readonly string _labelColumnName, _featureColumnName;
    private readonly IReadOnlyList<MlpOptions> _networks;

    internal MlpReplicasEstimator(MLContext context, string labelColumnName, string featureColumnName, IReadOnlyList<MlpOptions> networks)
    {
        ArgumentException.ThrowIfNullOrEmpty(labelColumnName);
        ArgumentException.ThrowIfNullOrEmpty(featureColumnName);
        ArgumentNullException.ThrowIfNull(networks);
        if (networks.Count == 0)
        {
            throw new ArgumentException("There is no network to train; give options for at least one.", nameof(networks));
        }

        foreach (MlpOptions options in networks)
        {
            ArgumentNullException.ThrowIfNull(options, nameof(networks));
            options.Validate();
        }

        _context = context;
        _host = ((IHostEnvironment)context).Register(nameof(MlpEstimator));
        (_labelColumnName, _featureColumnName, _networks) = (labelColumnName, featureColumnName, [.. networks]);
    }

    /// <summary>Reads the columns once and trains all networks.</summary>
    /// <param name="input">The training data.</param>
    /// <param name="threads">How many networks to train at a time, at least 1; null for one a processor. It does not change the networks.</param>
    /// <param name="cancellationToken">Stops all training between two steps.</param>
    /// <returns>One transformer a network, in the order of the options.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A column is absent or of a type that cannot be used, or <paramref name="threads"/> is below 1.</exception>
    /// <exception cref="ArgumentException">
    /// A feature is not finite, a label is missing, there is one class only, or the losses of the networks go with different kinds of label.
    /// </exception>
    /// <exception cref="TrainingDivergedException">The loss of a network became NaN or infinite.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IReadOnlyList<MlpTransformer> Fit(IDataView input, int? threads = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        Device.RequireAvailable(_context);
        TrainingRows rows = TrainingRows.Read(input, _labelColumnName, _featureColumnName, _networks[0]);
        foreach (MlpOptions options in _networks)
        {
            rows.Require(_labelColumnName, _featureColumnName, options);
        }

        return new MlpTraining(_host, rows).Run(_networks, threads, cancellationToken);
    }
}
