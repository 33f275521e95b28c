namespace Geometry.Networks;

/// <summary>The loss became NaN or infinite, so that training cannot go on.</summary>
/// <param name="message">What happened and what to change.</param>
/// <param name="epoch">The epoch in which it happened, from 1 on.</param>
public sealed class TrainingDivergedException(string message, int epoch) : InvalidOperationException(message)
{
    /// <summary>Gets the epoch in which it happened, from 1 on.</summary>
    public int Epoch { get; } = epoch;

    internal static TrainingDivergedException In(int epoch, MlpOptions options)
    {
        string rate = FormattableString.Invariant($"{options.EffectiveLearningRate}");
        return new TrainingDivergedException(
            $"Training diverged in epoch {epoch}: the loss is no longer finite. Lower MlpOptions.LearningRate (now {rate} with {options.Optimizer}), "
            + "or scale the features to about unit variance.",
            epoch);
    }
}
