namespace Geometry.Seeding;

/// <summary>
/// The names of the streams that an experiment draws from. Each purpose has a stream of its own, so that a change in one (say, more
/// noise) leaves the others as they were, and two nonlinearities can be compared on the same task and the same initialisation.
/// </summary>
public static class StreamNames
{
    /// <summary>What defines a task: condition means, assignments of targets.</summary>
    public const string Task = "task";

    /// <summary>Initial weights and biases, fixed readouts.</summary>
    public const string Initialisation = "initialisation";

    /// <summary>Noise on samples and on presented inputs.</summary>
    public const string Noise = "noise";

    /// <summary>The order in which training rows are presented.</summary>
    public const string Order = "order";

    /// <summary>Folds, held-out parts and subsampled rows.</summary>
    public const string Split = "split";

    /// <summary>Null distributions: shuffled labels and random geometries.</summary>
    public const string Null = "null";
}
