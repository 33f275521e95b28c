namespace Geometry.Tasks;

/// <summary>A data set is nowhere to be found.</summary>
/// <param name="message">What was tried, and how to get the data set.</param>
public sealed class DatasetNotFoundException(string message) : IOException(message);
