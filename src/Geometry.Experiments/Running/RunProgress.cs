namespace Geometry.Experiments;

/// <summary>How far a run has come.</summary>
/// <param name="CellsDone">How many cells are done.</param>
/// <param name="Cells">How many there are.</param>
/// <param name="Cell">The cell that the event is about.</param>
/// <param name="Message">What happens in it: the latest message of its estimators, or empty when the cell is done.</param>
public sealed record RunProgress(int CellsDone, int Cells, string Cell, string Message)
{
    /// <summary>Gets how many of the cells that are done an earlier run computed.</summary>
    public int CellsKept { get; init; }
}
