namespace Geometry.Networks;

/// <summary>A trained convolutional network and how it came about.</summary>
/// <param name="Network">The network, in evaluation mode; whoever asked for the training disposes of it.</param>
/// <param name="History">One report an epoch, in order, those before an interruption included.</param>
/// <param name="StopReason">Why training ended.</param>
/// <param name="NetworkEpoch">
/// The epoch after which the network was as it is: with validation rows, and after cancellation, that of the lowest loss; else the last. 0 is the
/// initial network.
/// </param>
public sealed record ConvNetTrainingResult(ConvNet Network, IReadOnlyList<ConvNetEpochReport> History, StopReason StopReason, int NetworkEpoch)
    : IDisposable
{
    /// <summary>Disposes of the network, whose weights are outside the heap.</summary>
    public void Dispose() => Network.Dispose();
}
