namespace Geometry.Experiments;

/// <summary>
/// Cells that read the same rows and whose chains are the same up to their first network: they differ in its seed, nonlinearity or any other
/// option, or in later steps. What comes before the network is loaded, fitted and read once for all of them, when the first cell asks.
/// </summary>
/// <remarks>A cell's scores do not depend on which others are in its group: a cell alone is a group of one.</remarks>
internal sealed class CellGroup
{
    private readonly Lock _gate = new();
    private FittedSteps? _fitted;
    private int _cellsLeft;

    private CellGroup(IReadOnlyList<Cell> cells)
    {
        Cells = cells;
        _cellsLeft = cells.Count;
    }

    /// <summary>Gets the cells in their order, at least one.</summary>
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>Gets where the rows come from.</summary>
    public BoundSource Source => Cells[0].Source;

    /// <summary>Gets the steps that the cells share: those before the first network; none where there is no network.</summary>
    public IEnumerable<BoundStep> Steps => SharedSteps(Cells[0]);

    /// <summary>Gets whether the cells have a network, whose rows they share.</summary>
    public bool HasNetwork => FirstNetwork(Cells[0]) is not null;

    /// <summary>Gets the seed of the context in which the shared steps are fitted.</summary>
    public long ContextSeed => ContextSeedOf(Cells[0]);

    /// <summary>Gets whether the shared steps are fitted, so that a cell need not wait for them.</summary>
    public bool IsFitted => Volatile.Read(ref _fitted) is not null;

    /// <summary>Puts cells into groups, in the order of each group's first cell.</summary>
    public static IReadOnlyList<CellGroup> Of(IEnumerable<Cell> cells) => [.. cells.GroupBy(KeyOf).Select(group => new CellGroup([.. group]))];

    /// <summary>Counts the steps of a cell before its first network; 0 where it has none, as all steps are the cell's own then.</summary>
    public static int SharedStepCount(Cell cell) => FirstNetwork(cell) is null ? 0 : cell.Steps.TakeWhile(step => !IsNetwork(step)).Count();

    /// <summary>Gets the shared steps fitted; the first to ask fits them, others wait.</summary>
    public FittedSteps Fitted(Func<FittedSteps> fit)
    {
        lock (_gate)
        {
            return _fitted ??= fit();
        }
    }

    /// <summary>Says that a cell is done. After the last one the rows are let go of.</summary>
    public void Release()
    {
        lock (_gate)
        {
            if (--_cellsLeft == 0)
            {
                _fitted = null;
            }
        }
    }

    private static bool IsNetwork(BoundStep step) => step.Definition.NetworkRows is not null;

    private static BoundStep? FirstNetwork(Cell cell) => cell.Steps.FirstOrDefault(IsNetwork);

    private static IEnumerable<BoundStep> SharedSteps(Cell cell) => cell.Steps.Take(SharedStepCount(cell));

    // What draws random numbers must draw those of its own cell.
    private static long ContextSeedOf(Cell cell) => SharedSteps(cell).Any(step => step.Definition.IsRandom) ? cell.CellSeed : cell.PipelineSeed;

    private static string KeyOf(Cell cell)
    {
        return FirstNetwork(cell) is not { } network
            ? $"cell {cell.Index}"
            : string.Join('\n',
                [cell.Source.Identity, .. SharedSteps(cell).Select(step => step.Arguments.Identity), network.Definition.NetworkRows!(network.Arguments), ContextSeedOf(cell)]);
    }
}
