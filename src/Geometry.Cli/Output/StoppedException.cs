namespace Geometry.Cli;

/// <summary>The user stopped a run, and cells of it are kept.</summary>
/// <param name="message">What is kept and how to go on.</param>
internal sealed class StoppedException(string message) : OperationCanceledException(message);
