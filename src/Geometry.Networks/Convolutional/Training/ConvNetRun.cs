using static TorchSharp.torch;

namespace Geometry.Networks;

/// <summary>One training of a convolutional network. Used once, by one thread.</summary>
internal sealed class ConvNetRun : IDisposable
{
    private readonly ConvNetOptions _options;
    private readonly Action<ConvNetEpochReport>? _progress;
    private readonly TorchSharp.DisposeScope _scope;
    private readonly TrainingObjective _objective;
    private readonly TargetKind _kind;
    private readonly int _columns;
    private readonly ImageBatches _training;
    private readonly ImageBatches? _validation;
    private readonly ConvNet _network;
    private readonly IList<Tensor> _parameters;
    private readonly ParameterUpdates _updates;
    private readonly ConvNetProgress _state;
    private readonly ConvNetCheckpoint? _checkpoint;
    private bool _finished;

    public ConvNetRun(
        TrainingSet data, long[] training, long[] validation, ConvNetBlueprint blueprint, ConvNetOptions options, Action<ConvNetEpochReport>? progress)
    {
        (_options, _progress) = (options, progress);
        (_kind, _columns) = (data.Targets.Kind, data.Targets.Columns);
        _scope = NewDisposeScope();
        _objective = new TrainingObjective(data.Targets, options.LossFor(_kind));
        _training = new ImageBatches(data, blueprint.ImageShape, training, options);
        _validation = validation.Length > 0 ? new ImageBatches(data, blueprint.ImageShape, validation, options) : null;
        _network = new ConvNet(blueprint.ImageShape, blueprint.Outputs, options);
        _parameters = [.. _network.parameters()];
        _updates = new ParameterUpdates([.. _parameters], options);
        _state = new ConvNetProgress(_network, _updates);
        try
        {
            _checkpoint = options.CheckpointFolder is { } folder ? new ConvNetCheckpoint(folder, data, blueprint, options) : null;
            _checkpoint?.Read(_state);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Trains.</summary>
    public ConvNetTrainingResult Execute()
    {
        StopReason reason = RunEpochs();
        bool takesBest = (_validation is not null || reason == StopReason.Cancelled) && _state.BestEpoch > 0;
        if (takesBest)
        {
            _state.RestoreBest();
        }

        if (!_state.IsFinite())
        {
            // The last step of all has no loss after it that would tell.
            throw Diverged(_state.Epoch);
        }

        _network.eval();
        _finished = true;
        return new ConvNetTrainingResult(_network, _state.History, reason, takesBest ? _state.BestEpoch : _state.Epoch);
    }

    public void Dispose()
    {
        if (!_finished)
        {
            _network.Dispose();
        }

        _scope.Dispose();
    }

    private StopReason RunEpochs()
    {
        while (_state.Epoch < _options.Epochs)
        {
            if (_options.Patience > 0 && _state.Epoch - _state.BestEpoch >= _options.Patience)
            {
                return StopReason.NoImprovement;
            }

            if (RunEpoch(_state.Epoch + 1) is not { } report)
            {
                return _state.Epoch > 0 ? StopReason.Cancelled : throw new OperationCanceledException(_options.CancellationToken);
            }

            _state.Add(report);
            _checkpoint?.Write(_state);
            _progress?.Invoke(report);
        }

        return StopReason.EpochsDone;
    }

    // Null when it is cancelled on the way.
    private ConvNetEpochReport? RunEpoch(int epoch)
    {
        double loss = 0, rate = 0;
        long correct = 0;
        _network.train();
        _training.Shuffle(epoch);
        for (int batch = 0; batch < _training.Count; batch++)
        {
            if (_options.CancellationToken.IsCancellationRequested)
            {
                return null;
            }

            using TorchSharp.DisposeScope step = NewDisposeScope();
            ReadOnlySpan<long> rows = _training.RowsOf(batch);
            Tensor logits = _network.forward(_training.Take(batch, changed: true));
            Tensor value = _objective.Loss(logits, _objective.Targets(tensor(rows.ToArray())));
            double batchLoss = value.item<float>();
            if (!double.IsFinite(batchLoss))
            {
                throw Diverged(epoch);
            }

            loss += batchLoss * rows.Length;
            correct += _objective.CountCorrect(logits, rows);
            rate = _options.EffectiveLearningRate * _options.Schedule.FactorAt(_updates.Steps, _training.Count, _options.Epochs);
            if (_parameters.Count > 0)
            {
                _updates.Step(autograd.grad([value], _parameters, allow_unused: true), rate);
            }
        }

        (double Loss, long Correct)? held = _validation is null ? null : Validate(_validation);
        return new ConvNetEpochReport(
            epoch, loss / _training.Rows, Accuracy(correct, _training.Rows), held?.Loss, held is null ? null : Accuracy(held.Value.Correct, _validation!.Rows), rate);
    }

    private (double Loss, long Correct) Validate(ImageBatches images)
    {
        using IDisposable noGradient = no_grad();
        double loss = 0;
        long correct = 0;
        _network.eval();
        for (int batch = 0; batch < images.Count; batch++)
        {
            using TorchSharp.DisposeScope step = NewDisposeScope();
            ReadOnlySpan<long> rows = images.RowsOf(batch);
            Tensor logits = _network.forward(images.Take(batch, changed: false));
            loss += _objective.Loss(logits, _objective.Targets(tensor(rows.ToArray()))).item<float>() * rows.Length;
            correct += _objective.CountCorrect(logits, rows);
        }

        return (loss / images.Rows, correct);
    }

    private double? Accuracy(long correct, int rows) => _kind switch
    {
        TargetKind.Binary => correct / ((double)rows * _columns),
        TargetKind.Classes => correct / (double)rows,
        _ => null,
    };

    private TrainingDivergedException Diverged(int epoch) => new(
        FormattableString.Invariant(
            $"Training diverged in epoch {epoch}: the loss is no longer finite. Lower ConvNetOptions.LearningRate (now {_options.EffectiveLearningRate} with {_options.Optimizer}), ")
        + "give it a warm-up, turn batch normalisation on, or scale the images to about unit variance.",
        epoch);
}
