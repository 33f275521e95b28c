namespace Geometry.Networks;

/// <summary>Trains a multilayer perceptron.</summary>
/// <remarks>
/// The result depends on the data and the options alone, to the bit: weights, order and noise come from the seed by named streams, and
/// operators use one thread (<see cref="SingleThreadedOperators"/>). Several calls may run at the same time on several threads, which is
/// the way to use several cores.
/// </remarks>
public static class MlpTrainer
{
    /// <summary>Trains a network.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="options">Architecture and training.</param>
    /// <param name="probes">
    /// Noise-free rows (probes x width, row-major) by which the laziness indicator compares hidden representations, for example the condition
    /// means; where there are none it takes up to 1,000 rows of the data.
    /// </param>
    /// <param name="progress">Called after each epoch, on the thread that trains.</param>
    /// <param name="cancellationToken">Stops training between two steps.</param>
    /// <returns>The network, its history, checkpoints and laziness.</returns>
    /// <exception cref="ArgumentException">
    /// The options are out of range, the loss does not go with the targets, or the probes are not finite or of another width.
    /// </exception>
    /// <exception cref="TrainingDivergedException">The loss became NaN or infinite.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static MlpTrainingResult Train(
        TrainingSet data,
        MlpOptions options,
        ReadOnlyMemory<float> probes = default,
        Action<EpochReport>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        RequireOptions(data, options);
        RequireProbes(probes, data.Width);
        return SingleThreadedOperators.Run(() =>
        {
            using TrainingRun run = new(data, options, probes, progress, cancellationToken);
            return run.Execute();
        });
    }

    internal static void RequireOptions(TrainingSet data, MlpOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        RequireMatchingLoss(options.LossFor(data.Targets.Kind), data.Targets.Kind);
    }

    internal static void RequireProbes(ReadOnlyMemory<float> probes, int width)
    {
        if (probes.Length % width != 0)
        {
            throw new ArgumentException($"{probes.Length} probe values do not make rows of {width} features.");
        }

        FiniteValues.Require(probes.Span, width, "probe");
    }

    internal static void RequireMatchingLoss(MlpLoss loss, TargetKind kind, string owner = nameof(MlpOptions))
    {
        MlpLoss[] matching = kind switch
        {
            TargetKind.Binary => [MlpLoss.BinaryCrossEntropy, MlpLoss.MeanSquaredError],
            TargetKind.Classes => [MlpLoss.CrossEntropy],
            _ => [MlpLoss.MeanSquaredError],
        };
        if (!matching.Contains(loss))
        {
            throw new ArgumentException(
                $"The loss {loss} does not go with {kind} targets. Set {owner}.Loss to {string.Join(" or ", matching)}.");
        }
    }
}
