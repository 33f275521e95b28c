using Microsoft.ML;
using Microsoft.ML.Runtime;

namespace Geometry.Experiments;

/// <summary>Loads the rows of each data source once, for all groups of cells that read them, and lets go of them when the last of these has them.</summary>
internal sealed class SharedData
{
    private readonly Dictionary<string, Entry> _entries;
    private readonly Pipeline _pipeline;

    public SharedData(Pipeline pipeline, IEnumerable<CellGroup> groups)
    {
        _pipeline = pipeline;
        _entries = groups.GroupBy(group => group.Source.Identity).ToDictionary(group => group.Key, group => new Entry(group.Count()));
    }

    /// <summary>Gets the rows of a group, which asks once; the first group to ask loads them, others wait for it.</summary>
    /// <param name="group">The group.</param>
    /// <param name="report">Is told of rows that were left out.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="BadInputException">The data cannot be loaded.</exception>
    public DataViews Take(CellGroup group, Action<string> report)
    {
        Entry entry = _entries[group.Source.Identity];
        lock (entry)
        {
            DataViews views = entry.Views ??= Load(group.Source, report);
            if (--entry.Users == 0)
            {
                entry.Views = null;
            }

            return views;
        }
    }

    private DataViews Load(BoundSource source, Action<string> report)
    {
        var ml = new MLContext(seed: 1);
        ml.Log += (_, e) =>
        {
            if (e.Kind == ChannelMessageKind.Warning)
            {
                report(e.RawMessage);
            }
        };
        var request = new DataRequest(ml, _pipeline.Directory, _pipeline.Seed, SchemaOnly: false);
        try
        {
            return source.Definition.Load(request, source.Arguments);
        }
        catch (Exception e) when (UserErrors.Is(e))
        {
            throw new BadInputException($"{_pipeline.File}: cannot load the data ({source.Definition.Name}): {UserErrors.Text(e)}", e);
        }
    }

    private sealed class Entry(int users)
    {
        public int Users { get; set; } = users;

        public DataViews? Views { get; set; }
    }
}
