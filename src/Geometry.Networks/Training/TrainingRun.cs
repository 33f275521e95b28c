using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>One training, from initial weights to result. Used once, by one thread.</summary>
internal sealed class TrainingRun : IDisposable
{
    private readonly MlpOptions _options;
    private readonly Action<EpochReport>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly TorchSharp.DisposeScope _scope;
    private readonly TrainingBatches _batches;
    private readonly TrainingObjective _objective;
    private readonly Mlp _network;
    private readonly optim.Optimizer _optimizer;
    private readonly LazinessProbe _laziness;
    private readonly List<NetworkCheckpoint> _checkpoints = [];
    private readonly List<EpochReport> _history = [];
    private bool _finished;

    public TrainingRun(
        TrainingSet data, MlpOptions options, ReadOnlyMemory<float> probes, Action<EpochReport>? progress, CancellationToken cancellation)
    {
        _options = options;
        _progress = progress;
        _cancellation = cancellation;
        _scope = NewDisposeScope();
        _batches = new TrainingBatches(data, options);
        _objective = new TrainingObjective(data.Targets, options.LossFor(data.Targets.Kind));
        _network = new Mlp(data.Width, data.Targets.Columns, options);
        _optimizer = MakeOptimizer();
        Tensor rows = probes.IsEmpty ? _batches.Sample() : TensorMemory.FromSpan(probes.Span, probes.Length / data.Width, data.Width);
        _laziness = new LazinessProbe(_network, rows);
    }

    /// <summary>Trains.</summary>
    public MlpTrainingResult Execute()
    {
        Checkpoint(0);
        StopReason reason = RunEpochs();
        if (!Parameters().All(values => values.All(float.IsFinite)))
        {
            // The last step of all has no loss after it that would tell.
            throw TrainingDivergedException.In(_history.Count, _options);
        }

        IReadOnlyList<LayerLaziness> laziness = _laziness.Measure(_network);
        _finished = true;
        return new MlpTrainingResult(_network, _history, reason, _checkpoints, laziness);
    }

    public void Dispose()
    {
        _optimizer.Dispose();
        if (!_finished)
        {
            _network.Dispose();
            foreach (NetworkCheckpoint checkpoint in _checkpoints)
            {
                checkpoint.Network.Dispose();
            }
        }

        _scope.Dispose();
    }

    private StopReason RunEpochs()
    {
        double lowest = double.PositiveInfinity;
        int sinceLowest = 0;
        float[][] before = _options.Tolerance > 0 ? Parameters() : [];
        for (int epoch = 1; epoch <= _options.Epochs; epoch++)
        {
            EpochReport report = RunEpoch(epoch);
            _history.Add(report);
            Checkpoint(epoch);
            _progress?.Invoke(report);
            if (_options.Tolerance > 0)
            {
                float[][] after = Parameters();
                if (LargestChange(before, after) <= _options.Tolerance)
                {
                    return StopReason.Converged;
                }

                before = after;
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
        long correct = 0;
        using TorchSharp.DisposeScope epochScope = NewDisposeScope();
        _batches.Shuffle(epoch);
        for (int start = 0; start < _batches.Rows; start += _batches.BatchSize)
        {
            _cancellation.ThrowIfCancellationRequested();
            using TorchSharp.DisposeScope step = NewDisposeScope();
            (Tensor input, Tensor? selection) = _batches.Take(start);
            using Tensor logits = _network.forward(input);
            Tensor target = _objective.Targets(selection);
            using Tensor value = _objective.Loss(logits, target);
            double batchLoss = value.item<float>();
            if (!double.IsFinite(batchLoss))
            {
                throw TrainingDivergedException.In(epoch, _options);
            }

            int rows = (int)logits.shape[0];
            loss += batchLoss * rows;
            correct += _objective.CountCorrect(logits, _batches.RowsOf(start, rows));
            _optimizer.zero_grad();
            value.backward();
            _optimizer.step();
        }

        return new EpochReport(epoch, loss / _batches.Rows, _objective.Accuracy(correct));
    }

    private optim.Optimizer MakeOptimizer() => _options.Optimizer == MlpOptimizer.Sgd
        ? optim.SGD(_network.parameters(), _options.EffectiveLearningRate, _options.Momentum)
        : optim.Adam(_network.parameters(), _options.EffectiveLearningRate);

    private void Checkpoint(int epoch)
    {
        if (_options.CheckpointEpochs.Contains(epoch))
        {
            _checkpoints.Add(new NetworkCheckpoint(epoch, _network.Copy()));
        }
    }

    private float[][] Parameters() => [.. _network.parameters().Select(TensorMemory.ToArray)];

    private static double LargestChange(float[][] before, float[][] after) =>
        before.Zip(after, (old, now) => old.Zip(now, (x, y) => Math.Abs((double)x - y)).Max()).Max();
}
