namespace Geometry.Networks;

/// <summary>
/// Compares the simplified dynamics with true training (Alleman, Lindsey, Fusi 2024, appendix C): a network is trained as its options say, and the
/// dynamics start from its initial weights and biases, with the signs of its readout.
/// </summary>
public static class TrainingComparison
{
    private const int Doublings = 24, TimeSteps = 120;

    /// <summary>Trains a network and compares.</summary>
    /// <param name="data">The rows that the network is trained on; binary targets.</param>
    /// <param name="points">The noise-free conditions of these rows.</param>
    /// <param name="network">Architecture and training: one hidden layer, the binary cross-entropy.</param>
    /// <param name="dynamics">The switches of the dynamics; null for the simplified ones without noise. The nonlinearity is that of the network.</param>
    /// <param name="epochs">After which epochs to compare; null for about ten, growing by a half.</param>
    /// <param name="cancellationToken">Stops the training.</param>
    /// <returns>A row for each epoch and match.</returns>
    /// <exception cref="ArgumentException">The network has several hidden layers or another loss, or widths do not fit.</exception>
    /// <exception cref="TrainingDivergedException">The loss became NaN or infinite.</exception>
    public static IReadOnlyList<TrainingComparisonRow> Run(
        TrainingSet data, LearningPoints points, MlpOptions network, WeightDynamicsOptions? dynamics = null, IReadOnlyList<int>? epochs = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(network);
        network.Validate();
        Require(data, points, network);
        int[] compared = [.. (epochs ?? DefaultEpochs(network.Epochs)).Where(epoch => epoch > 0 && epoch <= network.Epochs).Distinct().Order()];
        MlpOptions options = network with { CheckpointEpochs = [0, .. compared] };
        MlpTrainingResult training = ReplicaTrainer.Train(data, [options], threads: 1, cancellationToken: cancellationToken)[0].RequireTraining();
        try
        {
            WeightDynamicsOptions switches = (dynamics ?? new WeightDynamicsOptions()) with { Nonlinearity = network.Nonlinearity };
            return Compare(data, points, options, training, switches);
        }
        finally
        {
            training.Network.Dispose();
            foreach (NetworkCheckpoint checkpoint in training.Checkpoints)
            {
                checkpoint.Network.Dispose();
            }
        }
    }

    private static void Require(TrainingSet data, LearningPoints points, MlpOptions network)
    {
        if (network.HiddenWidths.Count != 1)
        {
            throw new ArgumentException(
                $"The simplified dynamics are those of one hidden layer, and the network has {network.HiddenWidths.Count}. Compare a network with one, or look "
                + "at effective weights (LocalLinearisation).", nameof(network));
        }

        if (network.LossFor(data.Targets.Kind) != MlpLoss.BinaryCrossEntropy)
        {
            throw new ArgumentException(
                "The simplified dynamics are those of the binary cross-entropy. Compare a network with binary targets and this loss.", nameof(network));
        }

        if (data.Width != points.Dimensions || data.Targets.Columns != points.TargetCount)
        {
            throw new ArgumentException(
                $"The rows have {data.Width} features and {data.Targets.Columns} outputs, but the conditions have {points.Dimensions} and {points.TargetCount}.", nameof(points));
        }
    }

    private static IEnumerable<int> DefaultEpochs(int last)
    {
        for (double epoch = 1; epoch < last; epoch *= 1.5)
        {
            yield return (int)Math.Round(epoch);
        }

        yield return last;
    }

    private static IReadOnlyList<TrainingComparisonRow> Compare(
        TrainingSet data, LearningPoints points, MlpOptions options, MlpTrainingResult training, WeightDynamicsOptions switches)
    {
        var initial = new TrainedState(training.Checkpoints[0].Network, points, null);
        TrainedState[] states = [.. training.Checkpoints.Skip(1).Select(checkpoint => new TrainedState(checkpoint.Network, points, initial))];
        double perEpoch = options.EffectiveLearningRate * Math.Ceiling(data.Rows / (double)options.BatchSize) * options.Initialisation.ReadoutGain
            / (Math.Sqrt(initial.Width) * points.Count * points.TargetCount);
        bool hasTime = options.Optimizer == MlpOptimizer.Sgd && options.Momentum == 0 && perEpoch > 0;

        // Far enough for every match, within reason.
        double end = (hasTime ? perEpoch : 1 / (points.RootMeanSquareNorm * points.RootMeanSquareNorm)) * Math.Max(1, training.History.Count);
        WeightDynamicsResult result = Integrate(points, initial, switches, end);
        for (int i = 0; i < Doublings && states.Length > 0 && result.WeightGrowth(result.Last) < states.Max(state => state.WeightGrowth); i++)
        {
            end *= 2;
            result = Integrate(points, initial, switches, end);
        }

        double[] growths = [.. Enumerable.Range(0, TimeSteps + 1).Select(sample => result.WeightGrowth(sample) ?? 0)];
        double[] losses = [.. Enumerable.Range(0, TimeSteps + 1).Select(result.Loss)];
        var planes = PairOfPlanes.Of(points);
        return [.. states.Zip(training.Checkpoints.Skip(1)).SelectMany(pair => new[]
        {
            (TrainingMatch.Epoch, Time: hasTime ? perEpoch * pair.Second.Epoch : (double?)null),
            (TrainingMatch.WeightGrowth, Time: Crossing(result.Times, growths, pair.First.WeightGrowth, isRising: true)),
            (TrainingMatch.Loss, Time: Crossing(result.Times, losses, pair.First.Loss, isRising: false)),
        }.Select(match => Row(pair.Second.Epoch, match.Item1, pair.First, initial, match.Time is { } time ? result.At(Math.Min(time, end)) : null, planes)))];
    }

    private static WeightDynamicsResult Integrate(LearningPoints points, TrainedState initial, WeightDynamicsOptions switches, double end) =>
        WeightDynamics.Run(
            points, initial.Weights, initial.Biases, initial.ReadoutSigns,
            [.. Enumerable.Range(0, TimeSteps + 1).Select(i => end * i * i / ((double)TimeSteps * TimeSteps))], switches);

    // When a quantity first gets where it shall, interpolated linearly.
    private static double? Crossing(IReadOnlyList<double> times, double[] values, double level, bool isRising)
    {
        for (int i = 1; i < values.Length; i++)
        {
            double before = values[i - 1] - level, after = values[i] - level;
            if (isRising ? after >= 0 : after <= 0)
            {
                return before * after < 0 ? times[i - 1] + ((times[i] - times[i - 1]) * before / (before - after)) : times[before == 0 ? i - 1 : i];
            }
        }

        return null;
    }

    private static TrainingComparisonRow Row(
        int epoch, TrainingMatch match, TrainedState trained, TrainedState initial, WeightDynamicsResult? simplified, PairOfPlanes? planes)
    {
        var row = new TrainingComparisonRow
        {
            Epoch = epoch, Match = match, WeightGrowth = trained.WeightGrowth, Loss = trained.Loss,
            TargetAlignment = trained.TargetAlignment, InputAlignment = trained.InputAlignment,
        };
        if (simplified is null)
        {
            return row;
        }

        (double[] inter, double[] intra) = planes?.Changes(simplified, trained, initial) ?? ([], []);
        (double[] otherInter, double[] otherIntra) = planes?.Changes(simplified) ?? ([], []);
        return row with
        {
            Time = simplified.Times[1], SimplifiedWeightGrowth = simplified.WeightGrowth(1), SimplifiedLoss = simplified.Loss(1),
            SimplifiedTargetAlignment = simplified.TargetAlignment(1), SimplifiedInputAlignment = simplified.InputAlignment(1),
            Correlation = Correlation([.. inter, .. intra], [.. otherInter, .. otherIntra]),
            InterCorrelation = Correlation(inter, otherInter), IntraCorrelation = Correlation(intra, otherIntra),
        };
    }

    private static double? Correlation(double[] first, double[] second)
    {
        if (first.Length < 2)
        {
            return null;
        }

        double meanFirst = first.Average(), meanSecond = second.Average(), product = 0, squareFirst = 0, squareSecond = 0;
        for (int i = 0; i < first.Length; i++)
        {
            double a = first[i] - meanFirst, b = second[i] - meanSecond;
            product += a * b;
            squareFirst += a * a;
            squareSecond += b * b;
        }

        return squareFirst > 0 && squareSecond > 0 ? product / Math.Sqrt(squareFirst * squareSecond) : null;
    }
}
