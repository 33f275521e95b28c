namespace Geometry.Networks;

/// <summary>How the learning rate changes over training. It is set anew at each step.</summary>
public sealed record LearningRateSchedule
{
    /// <summary>Gets the learning rate as it is.</summary>
    public static LearningRateSchedule Constant { get; } = new();

    /// <summary>Gets how the rate changes.</summary>
    /// <value>Default: <see cref="RateScheduleKind.Constant"/>.</value>
    public RateScheduleKind Kind { get; init; } = RateScheduleKind.Constant;

    /// <summary>Gets the epochs at the start over which the rate rises from 0 to its full value, linearly over the steps, whatever the kind.</summary>
    /// <value>At least 0; parts of an epoch are allowed. Default: 0.</value>
    public double WarmUpEpochs { get; init; }

    /// <summary>Gets after every how many epochs <see cref="RateScheduleKind.Step"/> changes the rate.</summary>
    /// <value>At least 1. Default: 10.</value>
    public int StepEpochs { get; init; } = 10;

    /// <summary>Gets what <see cref="RateScheduleKind.Step"/> multiplies the rate by.</summary>
    /// <value>Greater than 0, at most 1. Default: 0.1.</value>
    public double StepFactor { get; init; } = 0.1;

    /// <summary>Gets the part of the rate that <see cref="RateScheduleKind.Cosine"/> ends with.</summary>
    /// <value>From 0 to 1. Default: 0.</value>
    public double FinalFraction { get; init; }

    /// <summary>Multiplies the rate by a factor after every so many epochs.</summary>
    /// <param name="epochs">How many.</param>
    /// <param name="factor">The factor.</param>
    /// <returns>The schedule.</returns>
    public static LearningRateSchedule Step(int epochs, double factor = 0.1) =>
        new() { Kind = RateScheduleKind.Step, StepEpochs = epochs, StepFactor = factor };

    /// <summary>Lets the rate fall along half a cosine.</summary>
    /// <param name="finalFraction">The part of the rate at the end.</param>
    /// <param name="warmUpEpochs">The epochs at the start over which the rate rises.</param>
    /// <returns>The schedule.</returns>
    public static LearningRateSchedule Cosine(double finalFraction = 0, double warmUpEpochs = 0) =>
        new() { Kind = RateScheduleKind.Cosine, FinalFraction = finalFraction, WarmUpEpochs = warmUpEpochs };

    /// <summary>Gives what the learning rate is multiplied by in a step.</summary>
    /// <param name="step">The number of steps before it.</param>
    /// <param name="stepsPerEpoch">The steps of an epoch.</param>
    /// <param name="epochs">The epochs of the training.</param>
    /// <returns>The factor, greater than 0 except at the end of a cosine that ends with 0.</returns>
    public double FactorAt(long step, int stepsPerEpoch, int epochs)
    {
        double warmUpSteps = WarmUpEpochs * stepsPerEpoch;
        double warmUp = step + 1 < warmUpSteps ? (step + 1) / warmUpSteps : 1;
        return warmUp * Kind switch
        {
            RateScheduleKind.Step => Math.Pow(StepFactor, step / stepsPerEpoch / StepEpochs),
            RateScheduleKind.Cosine => CosineAt(step, warmUpSteps, (double)epochs * stepsPerEpoch),
            _ => 1,
        };
    }

    internal void Check(SettingChecks checks, string name)
    {
        checks.Require(Enum.IsDefined(Kind), $"{name}.{nameof(Kind)}", Kind, SettingChecks.Names<RateScheduleKind>());
        checks.Require(SettingChecks.IsFiniteAndNotNegative(WarmUpEpochs), $"{name}.{nameof(WarmUpEpochs)}", WarmUpEpochs, "a finite number of at least 0");
        checks.Require(StepEpochs >= 1, $"{name}.{nameof(StepEpochs)}", StepEpochs, "at least 1");
        checks.Require(StepFactor is > 0 and <= 1, $"{name}.{nameof(StepFactor)}", StepFactor, "greater than 0 and at most 1");
        checks.Require(FinalFraction is >= 0 and <= 1, $"{name}.{nameof(FinalFraction)}", FinalFraction, "from 0 to 1");
    }

    private double CosineAt(long step, double warmUpSteps, double steps)
    {
        double done = steps > warmUpSteps ? Math.Clamp((step - warmUpSteps) / (steps - warmUpSteps), 0, 1) : 0;
        return FinalFraction + ((1 - FinalFraction) * (1 + Math.Cos(Math.PI * done)) / 2);
    }
}
