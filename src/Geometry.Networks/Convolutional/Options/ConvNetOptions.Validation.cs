namespace Geometry.Networks;

public sealed partial record ConvNetOptions
{
    private const int MaxEpochs = 1_000_000;

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">At least one setting is out of range; the message lists each with its value and allowed range.</exception>
    public void Validate()
    {
        SettingChecks checks = new(nameof(ConvNetOptions));
        CheckArchitecture(checks);
        CheckOptimisation(checks);
        CheckTraining(checks);
        checks.ThrowIfAny();
    }

    private void CheckArchitecture(SettingChecks checks)
    {
        checks.Require(ImageShape is null || (ImageShape.Count == 3 && ImageShape.All(size => size >= 1)), nameof(ImageShape), ImageShape,
            "null, or channels, height and width, each at least 1");
        checks.Require(Architecture is not null, nameof(Architecture), Architecture, "not null");
        checks.Require(Nonlinearity is not null, nameof(Nonlinearity), Nonlinearity, "not null");
        checks.Require(Enum.IsDefined(Readout), nameof(Readout), Readout, SettingChecks.Names<ReadoutMode>());
        checks.Require(Initialisation is not null, nameof(Initialisation), Initialisation, "not null");
        if (Initialisation is { } start)
        {
            checks.Require(Enum.IsDefined(start.Weights), "Initialisation.Weights", start.Weights, SettingChecks.Names<WeightLaw>());
            checks.Require(Enum.IsDefined(start.Biases), "Initialisation.Biases", start.Biases, SettingChecks.Names<BiasLaw>());
            foreach ((string name, double gain) in new[] { ("Gain", start.Gain), ("BiasGain", start.BiasGain), ("ReadoutGain", start.ReadoutGain) })
            {
                checks.Require(SettingChecks.IsFiniteAndNotNegative(gain), $"Initialisation.{name}", gain, "a finite number of at least 0");
            }
        }

        if (Architecture is not null && Outputs is not null)
        {
            CheckOutputs(checks, Architecture);
        }
    }

    private void CheckOutputs(SettingChecks checks, ConvNetArchitecture architecture)
    {
        checks.Require(Outputs!.All(output => output is not null), nameof(Outputs), Outputs, "without null");
        ConvNetOutput[] outputs = [.. Outputs!.Where(output => output is not null)];
        string[] known = [.. architecture.LayerNames, Mlp.ReadoutName];
        foreach (ConvNetOutput output in outputs)
        {
            checks.Require(known.Contains(output.Layer), "Outputs.Layer", output.Layer,
                $"a layer of the architecture '{architecture}': {string.Join(", ", known)}");
            checks.Require(Enum.IsDefined(output.Form), "Outputs.Form", output.Form, SettingChecks.Names<LayerForm>());
            checks.Require(output.EffectiveColumnName is { Length: > 0 }, "Outputs.ColumnName", output.ColumnName, "null, or not empty");
        }

        foreach (IGrouping<string, ConvNetOutput> twice in outputs.GroupBy(output => output.EffectiveColumnName ?? "").Where(group => group.Count() > 1))
        {
            checks.Require(false, "Outputs.ColumnName", twice.Key, "another name for each column; name the column where a layer is given in two forms");
        }
    }

    private void CheckOptimisation(SettingChecks checks)
    {
        checks.Require(Loss is null || Enum.IsDefined(Loss.Value), nameof(Loss), Loss, $"null, or {SettingChecks.Names<MlpLoss>()}");
        checks.Require(Enum.IsDefined(Optimizer), nameof(Optimizer), Optimizer, SettingChecks.Names<ConvNetOptimizer>());
        checks.Require(LearningRate is null || (LearningRate > 0 && double.IsFinite(LearningRate.Value)), nameof(LearningRate), LearningRate,
            "null, or a finite number greater than 0");
        checks.Require(Momentum is null or (>= 0 and < 1), nameof(Momentum), Momentum, "null, or from 0 to below 1");
        checks.Require(Momentum is null || Optimizer == ConvNetOptimizer.Sgd, nameof(Momentum), Momentum, $"null with {Optimizer}, which has a momentum of its own");
        checks.Require(SettingChecks.IsFiniteAndNotNegative(WeightDecay), nameof(WeightDecay), WeightDecay, "a finite number of at least 0");
        checks.Require(Schedule is not null, nameof(Schedule), Schedule, "not null");
        Schedule?.Check(checks, nameof(Schedule));
    }

    private void CheckTraining(SettingChecks checks)
    {
        checks.Require(Epochs is >= 0 and <= MaxEpochs, nameof(Epochs), Epochs, "from 0 to 1000000");
        checks.Require(BatchSize >= 2, nameof(BatchSize), BatchSize, "at least 2");
        checks.Require(Augmentation is not null, nameof(Augmentation), Augmentation, "not null");
        if (Augmentation is { CropPadding: var padding })
        {
            int most = ImageShape is { Count: 3 } shape ? Math.Min(shape[1], shape[2]) - 1 : int.MaxValue;
            checks.Require(padding >= 0 && padding <= most, "Augmentation.CropPadding", padding, "from 0 to the height and width of the images less one");
        }

        checks.Require(ValidationFraction is >= 0 and < 1, nameof(ValidationFraction), ValidationFraction, "from 0 to below 1");
        checks.Require(Patience >= 0, nameof(Patience), Patience, "at least 0");
        checks.Require(CheckpointFolder is not { Length: 0 }, nameof(CheckpointFolder), CheckpointFolder, "null, or a path");
    }
}
