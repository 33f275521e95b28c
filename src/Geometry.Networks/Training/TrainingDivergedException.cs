namespace Geometry.Networks;

/// <summary>The loss became NaN or infinite, so that training cannot go on.</summary>
/// <param name="message">What happened and what to change.</param>
/// <param name="epoch">The epoch in which it happened, from 1 on.</param>
public sealed class TrainingDivergedException(string message, int epoch) : InvalidOperationException(message)
{
    /// <summary>Gets the epoch in which it happened, from 1 on.</summary>
    public int Epoch { get; } = epoch;
}
