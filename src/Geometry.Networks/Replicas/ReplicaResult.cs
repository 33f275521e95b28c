namespace Geometry.Networks;

/// <summary>What became of one replica: trained, or diverged.</summary>
/// <param name="Options">The options that it was given.</param>
/// <param name="Path">How it was trained.</param>
/// <param name="Training">The network and how it came about; null when training diverged. Whoever asked for the training disposes of the networks.</param>
/// <param name="Divergence">Why there is no network; null when there is one.</param>
public sealed record ReplicaResult(MlpOptions Options, ReplicaPath Path, MlpTrainingResult? Training, TrainingDivergedException? Divergence)
    : IDisposable
{
    /// <summary>Gives the trained network.</summary>
    /// <returns><see cref="Training"/>.</returns>
    /// <exception cref="TrainingDivergedException">Training diverged.</exception>
    public MlpTrainingResult RequireTraining() => Training ?? throw TrainingDivergedException.In(Divergence!.Epoch, Options);

    /// <summary>Disposes of the network and its checkpoints, where there are any.</summary>
    public void Dispose() => Training?.Dispose();
}
