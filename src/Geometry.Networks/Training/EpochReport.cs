namespace Geometry.Networks;

/// <summary>What one pass over the rows gave, measured while training, on the inputs as presented (with noise, before each step).</summary>
/// <param name="Epoch">The number of the epoch, from 1 on.</param>
/// <param name="Loss">The mean loss over the rows.</param>
/// <param name="Accuracy">
/// The fraction of binary targets (all columns) or classes that the outputs give, from 0 to 1; null for real targets.
/// </param>
public sealed record EpochReport(int Epoch, double Loss, double? Accuracy);
