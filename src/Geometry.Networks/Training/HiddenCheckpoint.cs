namespace Geometry.Networks;

/// <summary>The hidden representations of the probe rows at one moment of training.</summary>
/// <param name="Epoch">The number of epochs done; 0 is the initial network.</param>
/// <param name="Rows">The number of probe rows.</param>
/// <param name="Layers">For each hidden layer from the input on its activations, rows x width, row-major.</param>
public sealed record HiddenCheckpoint(int Epoch, int Rows, IReadOnlyList<ReadOnlyMemory<float>> Layers);
