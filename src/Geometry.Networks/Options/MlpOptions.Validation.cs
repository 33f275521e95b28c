using System.Globalization;

namespace Geometry.Networks;

public sealed partial record MlpOptions
{
    private const int MaxWidth = 65_536, MaxEpochs = 10_000_000;

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">At least one setting is out of range; the message lists each with its value and allowed range.</exception>
    public void Validate()
    {
        List<string> violations = [];
        CheckArchitecture(violations);
        CheckTraining(violations);
        if (violations.Count > 0)
        {
            string count = violations.Count == 1 ? "1 setting" : $"{violations.Count} settings";
            throw new ArgumentException($"MlpOptions has {count} out of range:\n{string.Join('\n', violations)}");
        }
    }

    private void CheckArchitecture(List<string> violations)
    {
        void Require(bool valid, string name, object? value, string range) => Check(violations, valid, name, value, range);

        Require(HiddenWidths is { Count: > 0 } && HiddenWidths.All(width => width is >= 1 and <= MaxWidth), nameof(HiddenWidths),
            HiddenWidths, "one or more widths from 1 to 65536");
        Require(Nonlinearity is not null, nameof(Nonlinearity), Nonlinearity, "not null");
        Require(Enum.IsDefined(Readout), nameof(Readout), Readout, Names<ReadoutMode>());
        Require(Initialisation is not null, nameof(Initialisation), Initialisation, "not null");
        if (Initialisation is { } start)
        {
            Require(Enum.IsDefined(start.Weights), "Initialisation.Weights", start.Weights, Names<WeightLaw>());
            Require(Enum.IsDefined(start.Biases), "Initialisation.Biases", start.Biases, Names<BiasLaw>());
            Require(IsFiniteAndNotNegative(start.Gain), "Initialisation.Gain", start.Gain, "a finite number of at least 0");
            Require(IsFiniteAndNotNegative(start.BiasGain), "Initialisation.BiasGain", start.BiasGain, "a finite number of at least 0");
            Require(IsFiniteAndNotNegative(start.ReadoutGain), "Initialisation.ReadoutGain", start.ReadoutGain, "a finite number of at least 0");
        }
    }

    private void CheckTraining(List<string> violations)
    {
        void Require(bool valid, string name, object? value, string range) => Check(violations, valid, name, value, range);

        Require(Loss is null || Enum.IsDefined(Loss.Value), nameof(Loss), Loss, $"null, or {Names<MlpLoss>()}");
        Require(Enum.IsDefined(Optimizer), nameof(Optimizer), Optimizer, Names<MlpOptimizer>());
        Require(LearningRate is null || (LearningRate > 0 && double.IsFinite(LearningRate.Value)), nameof(LearningRate), LearningRate,
            "null, or a finite number greater than 0");
        Require(Momentum is >= 0 and < 1, nameof(Momentum), Momentum, "from 0 to below 1");
        Require(Momentum == 0 || Optimizer == MlpOptimizer.Sgd, nameof(Momentum), Momentum, "0 with Adam, which has a momentum of its own");
        Require(Epochs is >= 0 and <= MaxEpochs, nameof(Epochs), Epochs, "from 0 to 10000000");
        Require(BatchSize >= 1, nameof(BatchSize), BatchSize, "at least 1");
        Require(IsFiniteAndNotNegative(InputNoise), nameof(InputNoise), InputNoise, "a finite number of at least 0");
        Require(IsFiniteAndNotNegative(Tolerance), nameof(Tolerance), Tolerance, "a finite number of at least 0");
        Require(Patience >= 0, nameof(Patience), Patience, "at least 0");
        Require(CheckpointEpochs is not null && CheckpointEpochs.All(epoch => epoch >= 0 && epoch <= Epochs), nameof(CheckpointEpochs),
            CheckpointEpochs, $"epochs from 0 to Epochs (here {Epochs.ToString(CultureInfo.InvariantCulture)})");
    }

    private static void Check(List<string> violations, bool valid, string name, object? value, string range)
    {
        if (!valid)
        {
            string text = value switch
            {
                null => "null",
                IEnumerable<int> list => $"[{string.Join(", ", list)}]",
                _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            };
            violations.Add($"  {name} = {text}: must be {range}.");
        }
    }

    private static bool IsFiniteAndNotNegative(double value) => value >= 0 && double.IsFinite(value);

    private static string Names<T>()
        where T : struct, Enum => $"one of {string.Join(", ", Enum.GetNames<T>())}";
}
