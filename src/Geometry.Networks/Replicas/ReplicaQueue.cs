using System.Buffers;
using System.Runtime.ExceptionServices;

namespace Geometry.Networks;

/// <summary>Networks that wait for a thread to train them. Used once.</summary>
internal sealed class ReplicaQueue(
    TrainingSet data,
    IReadOnlyList<MlpOptions> replicas,
    ReadOnlyMemory<float> probes,
    VectorWidth vectors,
    Action<int, EpochReport>? progress,
    CancellationToken cancellation)
{
    private readonly ReplicaResult?[] _results = new ReplicaResult?[replicas.Count];
    private readonly Lock _gate = new();
    private ExceptionDispatchInfo? _failure;
    private int _last = -1;

    /// <summary>Trains all networks.</summary>
    /// <param name="threads">The most threads to use.</param>
    public IReadOnlyList<ReplicaResult> Run(int threads)
    {
        using MemoryHandle features = data.Features.Pin();
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        nint rows = AddressOf(features);
        SingleThreadedOperators.Run(Math.Min(threads, replicas.Count), _ => Work(rows, stop));
        if (Array.TrueForAll(_results, result => result is not null))
        {
            return _results!;
        }

        foreach (ReplicaResult? result in _results)
        {
            result?.Dispose();
        }

        _failure?.Throw();
        throw new OperationCanceledException(cancellation);
    }

    private static unsafe nint AddressOf(MemoryHandle handle) => (nint)handle.Pointer;

    private void Work(nint rows, CancellationTokenSource stop)
    {
        try
        {
            for (int i = Interlocked.Increment(ref _last); i < replicas.Count; i = Interlocked.Increment(ref _last))
            {
                _results[i] = Train(i, rows, stop.Token);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The caller, or the failure of another network, stopped this one.
        }
        catch (Exception exception)
        {
            lock (_gate)
            {
                _failure ??= ExceptionDispatchInfo.Capture(exception);
            }

            stop.Cancel();
        }
    }

    private ReplicaResult Train(int replica, nint rows, CancellationToken stop)
    {
        MlpOptions options = replicas[replica];
        ReplicaPath path = ReplicaTrainer.PathFor(data, options);
        Action<EpochReport>? report = progress is null ? null : value =>
        {
            lock (_gate)
            {
                progress(replica, value);
            }
        };
        stop.ThrowIfCancellationRequested();
        try
        {
            return new ReplicaResult(options, path, path == ReplicaPath.Fused ? TrainFused(options, rows, report, stop) : TrainByTensors(options, report, stop), null);
        }
        catch (TrainingDivergedException divergence)
        {
            return new ReplicaResult(options, path, null, divergence);
        }
    }

    private unsafe MlpTrainingResult TrainFused(MlpOptions options, nint rows, Action<EpochReport>? report, CancellationToken stop)
    {
        using FusedRun run = new(data, (float*)rows, options, probes, vectors, report, stop);
        return run.Execute();
    }

    private MlpTrainingResult TrainByTensors(MlpOptions options, Action<EpochReport>? report, CancellationToken stop)
    {
        using TrainingRun run = new(data, options, probes, report, stop);
        return run.Execute();
    }
}
