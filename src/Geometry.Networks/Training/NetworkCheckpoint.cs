namespace Geometry.Networks;

/// <summary>The network as it was at one moment of training, from which the hidden representation of any rows follows.</summary>
/// <param name="Epoch">The number of epochs done; 0 is the initial network.</param>
/// <param name="Network">A copy of the network; whoever asked for the training disposes of it.</param>
public sealed record NetworkCheckpoint(int Epoch, Mlp Network);
