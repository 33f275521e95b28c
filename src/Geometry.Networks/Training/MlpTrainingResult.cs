namespace Geometry.Networks;

/// <summary>A trained network and how it came about.</summary>
/// <param name="Network">The network; whoever asked for the training disposes of it.</param>
/// <param name="History">One report an epoch, in order.</param>
/// <param name="StopReason">Why training ended.</param>
/// <param name="Checkpoints">Copies of the network at the epochs asked for, as far as training went.</param>
/// <param name="Laziness">How far each hidden layer moved, from the input on.</param>
public sealed record MlpTrainingResult(
    Mlp Network,
    IReadOnlyList<EpochReport> History,
    StopReason StopReason,
    IReadOnlyList<NetworkCheckpoint> Checkpoints,
    IReadOnlyList<LayerLaziness> Laziness)
    : IDisposable
{
    /// <summary>Disposes of the network and its checkpoints.</summary>
    public void Dispose()
    {
        Network.Dispose();
        foreach (NetworkCheckpoint checkpoint in Checkpoints)
        {
            checkpoint.Network.Dispose();
        }
    }
}
