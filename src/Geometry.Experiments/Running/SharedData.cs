using Microsoft.ML;

namespace Geometry.Experiments;

/// <summary>Loads the rows of each data source once, for all cells that are run and read them, and lets go of them after the last of these.</summary>
internal sealed class SharedData
{
    private readonly Dictionary<string, Entry> _entries;
    private readonly Pipeline _pipeline;

    public SharedData(Pipeline pipeline, IEnumerable<Cell> cells)
    {
        _pipeline = pipeline;
        _entries = cells.GroupBy(cell => cell.Source.Identity).ToDictionary(group => group.Key, group => new Entry(group.Count()));
    }

    /// <summary>Gets the rows of a cell; the first cell to ask loads them, others wait for it.</summary>
    /// <exception cref="BadInputException">The data cannot be loaded.</exception>
    public DataViews Take(Cell cell)
    {
        Entry entry = _entries[cell.Source.Identity];
        lock (entry)
        {
            return entry.Views ??= Load(cell);
        }
    }

    /// <summary>Says that a cell needs its rows no longer.</summary>
    public void Release(Cell cell)
    {
        Entry entry = _entries[cell.Source.Identity];
        lock (entry)
        {
            if (--entry.Users == 0)
            {
                entry.Views = null;
            }
        }
    }

    private DataViews Load(Cell cell)
    {
        var request = new DataRequest(new MLContext(seed: 1), _pipeline.Directory, _pipeline.Seed, SchemaOnly: false);
        try
        {
            return cell.Source.Definition.Load(request, cell.Source.Arguments);
        }
        catch (Exception e) when (UserErrors.Is(e))
        {
            throw new BadInputException($"{_pipeline.File}: cannot load the data ({cell.Source.Definition.Name}): {UserErrors.Text(e)}", e);
        }
    }

    private sealed class Entry(int users)
    {
        public int Users { get; set; } = users;

        public DataViews? Views { get; set; }
    }
}
