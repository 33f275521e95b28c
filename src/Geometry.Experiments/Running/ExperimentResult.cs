using Geometry.MLNet;

namespace Geometry.Experiments;

/// <summary>The scores of all cells.</summary>
/// <param name="Rows">The rows in the order of the cells, and in each cell in the order of its steps.</param>
/// <param name="Started">When the run began.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Threads">How many cells ran at a time, at most.</param>
public sealed record ExperimentResult(IReadOnlyList<ResultRow> Rows, DateTimeOffset Started, TimeSpan Duration, int Threads)
{
    /// <summary>Gets the tables of the steps that give some beside scores, each over all cells; written as files of their names.</summary>
    public IReadOnlyList<ResultTable> Tables { get; init; } = [];
}
