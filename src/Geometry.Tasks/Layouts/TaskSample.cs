namespace Geometry.Tasks;

/// <summary>Noisy rows of a task.</summary>
/// <param name="Rows">The number of rows.</param>
/// <param name="Dimensions">The number of features.</param>
/// <param name="TargetCount">The number of targets.</param>
/// <param name="Features">The features, rows x dimensions, row-major.</param>
/// <param name="Conditions">The condition of each row, an index into the task's conditions.</param>
/// <param name="Targets">The targets of each row, 0 or 1, rows x targets, row-major.</param>
public sealed record TaskSample(
    int Rows,
    int Dimensions,
    int TargetCount,
    ReadOnlyMemory<float> Features,
    ReadOnlyMemory<int> Conditions,
    ReadOnlyMemory<float> Targets);
