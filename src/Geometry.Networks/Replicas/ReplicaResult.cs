namespace Geometry.Networks;

/// <summary>What became of one replica: trained, or diverged.</summary>
/// <param name="Options">The options that it was given.</param>
/// <param name="Path">How it was trained.</param>
/// <param name="Training">The network and how it came about; null when training diverged. Whoever asked for the training disposes of the networks.</param>
/// <param name="Divergence">Why there is no network; null when there is one.</param>
public sealed record ReplicaResult(MlpOptions Options, ReplicaPath Path, MlpTrainingResult? Training, TrainingDivergedException? Divergence)
{
    /// <summary>Gives the trained network.</summary>
    /// <returns><see cref="Training"/>.</returns>
    /// <exception cref="TrainingDivergedException">Training diverged.</exception>
    public MlpTrainingResult RequireTraining() => Training ?? throw TrainingDivergedException.In(Divergence!.Epoch, Options);

    internal void DisposeNetworks()
    {
        Training?.Network.Dispose();
        foreach (NetworkCheckpoint checkpoint in Training?.Checkpoints ?? [])
        {
            checkpoint.Network.Dispose();
        }
    }
}
