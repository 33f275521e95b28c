using System.Globalization;
using Geometry.Networks;
using Microsoft.ML;

namespace Geometry.Experiments;

/// <summary>What the steps of one chain are built in.</summary>
/// <param name="ml">The context of the cell.</param>
/// <param name="cellSeed">The value of the variable <c>seed</c> in the cell: what networks start from unless the file says otherwise.</param>
/// <param name="pipelineSeed">The seed of the file: what scores split and draw by, so that all cells are scored alike.</param>
/// <param name="threads">How many threads compute a score: one where cells run side by side.</param>
internal sealed class StepContext(MLContext ml, long cellSeed, long pipelineSeed, int threads = 1)
{
    private readonly Dictionary<string, int> _columns = [];

    /// <summary>Gets the context of the cell.</summary>
    public MLContext ML => ml;

    /// <summary>Gets the value of the variable <c>seed</c>.</summary>
    public long CellSeed => cellSeed;

    /// <summary>Gets the seed of the file.</summary>
    public long PipelineSeed => pipelineSeed;

    /// <summary>Gets how many threads compute a score.</summary>
    public int Threads => threads;

    /// <summary>Gets the most memory in bytes in which scores read columns together. Default: 1 GiB.</summary>
    public long ScoreMemory { get; init; } = 1L << 30;

    /// <summary>Gets or sets the options of the last network of the chain so far; null where there is none.</summary>
    public MlpOptions? Network { get; set; }

    /// <summary>Gives a name for a score's column: with a number behind it when an earlier step took it, since a column hides one of the same name.</summary>
    public string NewColumn(string name)
    {
        int uses = _columns[name] = _columns.GetValueOrDefault(name) + 1;
        return uses == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}{uses}");
    }
}
