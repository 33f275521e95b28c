namespace Geometry.Networks;

/// <summary>Why training ended.</summary>
public enum StopReason
{
    /// <summary>All epochs were done.</summary>
    EpochsDone,

    /// <summary>No parameter changed by more than <see cref="MlpOptions.Tolerance"/> over an epoch.</summary>
    Converged,

    /// <summary>The loss found no new minimum for <see cref="MlpOptions.Patience"/> epochs.</summary>
    NoImprovement,

    /// <summary>The token of <see cref="ConvNetOptions.CancellationToken"/> was cancelled.</summary>
    Cancelled,
}
