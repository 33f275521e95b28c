namespace Geometry.Networks;

/// <summary>Trains many networks on the same rows, as fast as the processor allows.</summary>
/// <remarks>
/// <para>
/// Each network has its own initial weights, order and noise, by the named streams of its own seed, and is what <see cref="MlpTrainer"/>
/// would make of the same options up to the rounding of single-precision sums. Every option may differ from one replica to the next; only the
/// rows are shared.
/// </para>
/// <para>
/// One thread trains one network at a time, so that weights, moments and activations stay in its core's cache, and takes the next
/// network when it is done. A network's arithmetic does not depend on what else is trained: results are the same to the bit at any number
/// of threads, in any order and grouping, and with any width of vectors (AVX-512, AVX2, or none).
/// </para>
/// <para>
/// <see cref="PathFor"/> says which networks the written-out step takes; <see cref="MlpTrainer"/>'s own way is used for the others, on the
/// same threads. The rule looks at the options and the data's widths alone, never at the processor or the other replicas.
/// </para>
/// </remarks>
public static class ReplicaTrainer
{
    /// <summary>The most weights that a layer may have on <see cref="ReplicaPath.Fused"/>: above it weights and moments no longer fit a core's cache, and libtorch is as fast or faster.</summary>
    public const int MaxFusedLayerWeights = 1 << 19;

    /// <summary>Trains networks.</summary>
    /// <param name="data">The rows, for all networks.</param>
    /// <param name="replicas">The options of each network; they may differ in everything.</param>
    /// <param name="probes">Noise-free rows (probes x width, row-major) for the laziness indicator, as for <see cref="MlpTrainer"/>.</param>
    /// <param name="threads">How many networks to train at a time, at least 1; null for the number of processors.</param>
    /// <param name="progress">
    /// Called after each epoch of each network with its place among the replicas, on the thread that trains it; never twice at once.
    /// </param>
    /// <param name="cancellationToken">Stops all training between two steps.</param>
    /// <returns>
    /// One result a replica, in their order. A network that diverges has its exception there, and the others are not affected. Whoever asked
    /// for the training disposes of the networks.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// A replica's options are out of range or its loss does not go with the targets (the message names the replica), or the probes are not finite
    /// or of another width.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<ReplicaResult> Train(
        TrainingSet data,
        IReadOnlyList<MlpOptions> replicas,
        ReadOnlyMemory<float> probes = default,
        int? threads = null,
        Action<int, EpochReport>? progress = null,
        CancellationToken cancellationToken = default) =>
        Train(data, replicas, probes, threads, progress, VectorWidths.Best, cancellationToken);

    /// <summary>Says how a network is trained.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="options">The network.</param>
    /// <returns>
    /// <see cref="ReplicaPath.TorchSharp"/> for a nonlinearity of the user's own (<see cref="Nonlinearity.FromFunction"/>), which only autograd can
    /// differentiate, and for a network with a layer of more than <see cref="MaxFusedLayerWeights"/> weights;
    /// <see cref="ReplicaPath.Fused"/> for all others.
    /// </returns>
    public static ReplicaPath PathFor(TrainingSet data, MlpOptions options)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(options);
        long inputs = data.Width, largest = 0;
        foreach (int width in options.HiddenWidths.Append(data.Targets.Columns))
        {
            largest = Math.Max(largest, inputs * width);
            inputs = width;
        }

        return options.Nonlinearity.IsNamed && largest <= MaxFusedLayerWeights ? ReplicaPath.Fused : ReplicaPath.TorchSharp;
    }

    internal static IReadOnlyList<ReplicaResult> Train(
        TrainingSet data,
        IReadOnlyList<MlpOptions> replicas,
        ReadOnlyMemory<float> probes,
        int? threads,
        Action<int, EpochReport>? progress,
        VectorWidth vectors,
        CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(replicas);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads ?? 1, 1, nameof(threads));
        for (int i = 0; i < replicas.Count; i++)
        {
            RequireOptions(data, replicas[i], i);
        }

        MlpTrainer.RequireProbes(probes, data.Width);
        return new ReplicaQueue(data, replicas, probes, vectors, progress, cancellation).Run(threads ?? Environment.ProcessorCount);
    }

    private static void RequireOptions(TrainingSet data, MlpOptions options, int replica)
    {
        try
        {
            MlpTrainer.RequireOptions(data, options);
        }
        catch (ArgumentException exception)
        {
            throw new ArgumentException($"Replica {replica}: {exception.Message}", exception);
        }
    }
}
