namespace Geometry.Experiments;

/// <summary>One combination of the values of a sweep: one chain of estimators, one network as a rule.</summary>
public sealed class Cell
{
    internal Cell(
        int index, string key, string setting, string nonlinearity, long seed, long cellSeed, long pipelineSeed, BoundSource source,
        IReadOnlyList<BoundStep> steps)
    {
        Index = index;
        Key = key;
        Setting = setting;
        Nonlinearity = nonlinearity;
        Seed = seed;
        CellSeed = cellSeed;
        PipelineSeed = pipelineSeed;
        Source = source;
        Steps = steps;
    }

    /// <summary>Gets the position among the cells, from 0.</summary>
    public int Index { get; }

    /// <summary>Gets the values of the variables as text, such as <c>nonlinearity=tanh;seed=1</c>; unique among the cells.</summary>
    public string Key { get; }

    /// <summary>Gets the values of the variables that are neither the nonlinearity nor a range of seeds; empty where there are none.</summary>
    public string Setting { get; }

    /// <summary>Gets the nonlinearity of the last network of the chain; empty where there is no network.</summary>
    public string Nonlinearity { get; }

    /// <summary>Gets the seed of the last network of the chain; without a network the value of the variable <c>seed</c>.</summary>
    public long Seed { get; }

    /// <summary>Gets the value of the variable <c>seed</c>.</summary>
    internal long CellSeed { get; }

    /// <summary>Gets the seed of the whole pipeline, which what is shared by all cells starts from.</summary>
    internal long PipelineSeed { get; }

    /// <summary>Gets where the rows come from.</summary>
    internal BoundSource Source { get; }

    /// <summary>Gets the steps.</summary>
    internal IReadOnlyList<BoundStep> Steps { get; }
}
