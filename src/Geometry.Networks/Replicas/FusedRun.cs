namespace Geometry.Networks;

/// <summary>One training by <see cref="FusedNetwork"/>, from initial weights to result: what <see cref="TrainingRun"/> does. Used once, by one thread.</summary>
internal sealed unsafe class FusedRun : IDisposable
{
    private const int SampleRows = 1000;

    private readonly MlpOptions _options;
    private readonly Action<EpochReport>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly TorchSharp.DisposeScope _scope;
    private readonly FusedNetwork _network;
    private readonly FusedBatches _batches;
    private readonly FusedObjective _objective;
    private readonly FusedOptimizer _optimizer;
    private readonly LazinessProbe _laziness;
    private readonly List<NetworkCheckpoint> _checkpoints = [];
    private readonly List<EpochReport> _history = [];
    private Mlp? _result;
    private bool _finished;

    /// <param name="data">The rows.</param>
    /// <param name="features">The features of the data, pinned until training ends.</param>
    /// <param name="options">Architecture and training, for which <see cref="ReplicaTrainer.PathFor"/> gives <see cref="ReplicaPath.Fused"/>.</param>
    /// <param name="probes">Rows by which laziness is measured; empty for rows of the data.</param>
    /// <param name="vectors">The vectors to use; the result does not depend on them.</param>
    /// <param name="progress">Called after each epoch.</param>
    /// <param name="cancellation">Stops training between two steps.</param>
    public FusedRun(
        TrainingSet data,
        float* features,
        MlpOptions options,
        ReadOnlyMemory<float> probes,
        VectorWidth vectors,
        Action<EpochReport>? progress,
        CancellationToken cancellation)
    {
        _options = options;
        _progress = progress;
        _cancellation = cancellation;
        _scope = TorchSharp.torch.NewDisposeScope();
        _network = new FusedNetwork(data.Width, data.Targets.Columns, options, vectors);
        _batches = new FusedBatches(features, data.Width, data.Rows, options, _network.BlockRows);
        _objective = new FusedObjective(data.Targets, options.LossFor(data.Targets.Kind), _network.BlockRows);
        _optimizer = new FusedOptimizer(_network, options);
        ReadOnlyMemory<float> rows = probes.IsEmpty ? Sample(data) : probes;
        using Mlp initial = _network.ToModule();
        _laziness = new LazinessProbe(initial, TensorMemory.FromSpan(rows.Span, rows.Length / data.Width, data.Width));
    }

    /// <summary>Trains.</summary>
    public MlpTrainingResult Execute()
    {
        Checkpoint(0);
        StopReason reason = RunEpochs();
        if (!Parameters().All(float.IsFinite))
        {
            // The last step of all has no loss after it that would tell.
            throw TrainingDivergedException.In(_history.Count, _options);
        }

        _result = _network.ToModule();
        IReadOnlyList<LayerLaziness> laziness = _laziness.Measure(_result);
        _finished = true;
        return new MlpTrainingResult(_result, _history, reason, _checkpoints, laziness);
    }

    public void Dispose()
    {
        if (!_finished)
        {
            _result?.Dispose();
            foreach (NetworkCheckpoint checkpoint in _checkpoints)
            {
                checkpoint.Network.Dispose();
            }
        }

        _optimizer.Dispose();
        _objective.Dispose();
        _batches.Dispose();
        _network.Dispose();
        _scope.Dispose();
    }

    private StopReason RunEpochs()
    {
        double lowest = double.PositiveInfinity;
        int sinceLowest = 0;
        float[] before = _options.Tolerance > 0 ? Parameters() : [];
        for (int epoch = 1; epoch <= _options.Epochs; epoch++)
        {
            EpochReport report = RunEpoch(epoch);
            _history.Add(report);
            Checkpoint(epoch);
            _progress?.Invoke(report);
            if (_options.Tolerance > 0)
            {
                float largestChange = 0;
                for (int i = 0; i < before.Length; i++)
                {
                    largestChange = Math.Max(largestChange, Math.Abs(_network.Parameters[i] - before[i]));
                }

                if (largestChange <= _options.Tolerance)
                {
                    return StopReason.Converged;
                }

                new Span<float>(_network.Parameters, before.Length).CopyTo(before);
            }

            (lowest, sinceLowest) = report.Loss < lowest ? (report.Loss, 0) : (lowest, sinceLowest + 1);
            if (_options.Patience > 0 && sinceLowest >= _options.Patience)
            {
                return StopReason.NoImprovement;
            }
        }

        return StopReason.EpochsDone;
    }

    private EpochReport RunEpoch(int epoch)
    {
        double loss = 0;
        _objective.Correct = 0;
        _batches.Shuffle(epoch);
        for (int start = 0; start < _batches.Rows; start += _batches.BatchSize)
        {
            _cancellation.ThrowIfCancellationRequested();
            int rows = Math.Min(_batches.BatchSize, _batches.Rows - start);
            double mean = ComputeGradient(start, rows);
            if (!float.IsFinite((float)mean))
            {
                throw TrainingDivergedException.In(epoch, _options);
            }

            loss += mean * rows;
            _optimizer.Step();
        }

        return new EpochReport(epoch, loss / _batches.Rows, _objective.Accuracy());
    }

    private double ComputeGradient(int stepStart, int stepRows)
    {
        double sum = 0;
        _batches.BeginStep(stepRows);
        _network.BeginStep();
        for (int start = 0; start < stepRows; start += _network.BlockRows)
        {
            int rows = Math.Min(_network.BlockRows, stepRows - start);
            float* input = _batches.Block(stepStart, start, rows);
            _network.Forward(input, rows, _objective.Outputs);
            sum += _objective.Evaluate(_batches.RowsOf(stepStart + start, rows), stepRows);
            _network.Backward(input, rows, _objective.Deltas, isFirst: start == 0);
        }

        return _objective.Mean(sum, stepRows);
    }

    private void Checkpoint(int epoch)
    {
        if (_options.CheckpointEpochs.Contains(epoch))
        {
            _checkpoints.Add(new NetworkCheckpoint(epoch, _network.ToModule()));
        }
    }

    private float[] Parameters() => new Span<float>(_network.Parameters, _network.ParameterCount).ToArray();

    // The rows that TrainingBatches.Sample gives.
    private static ReadOnlyMemory<float> Sample(TrainingSet data)
    {
        if (data.Rows <= SampleRows)
        {
            return data.Features;
        }

        float[] values = new float[SampleRows * data.Width];
        for (int i = 0; i < SampleRows; i++)
        {
            int row = (int)((long)i * data.Rows / SampleRows);
            data.Features.Span.Slice(row * data.Width, data.Width).CopyTo(values.AsSpan(i * data.Width));
        }

        return values;
    }
}
