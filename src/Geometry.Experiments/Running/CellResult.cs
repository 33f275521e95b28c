using Geometry.MLNet;

namespace Geometry.Experiments;

/// <summary>What a cell gives.</summary>
/// <param name="Rows">The scores, in the order of the steps.</param>
/// <param name="Tables">The tables of its steps, beside the scores; none as a rule.</param>
public sealed record CellResult(IReadOnlyList<ResultRow> Rows, IReadOnlyList<ResultTable> Tables)
{
    /// <summary>Gets how many seconds its thread took for it; 0 where that is not known. No result depends on it.</summary>
    public double Seconds { get; init; }

    /// <summary>Gets the SHA-256 of the file with the fitted model; null where it was not kept.</summary>
    public string? ModelSha256 { get; init; }
}
