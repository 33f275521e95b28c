using System.Collections.Concurrent;
using Geometry.Experiments;

namespace Geometry.Reports.Tests;

/// <summary>Results of small versions of the pipeline files, made once each.</summary>
public sealed class TinyResults : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("geometry-reports").FullName;
    private readonly ConcurrentDictionary<string, Lazy<string>> _folders = new();

    /// <summary>Gets the names of all pipeline files.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "pipelines"), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    /// <summary>Gives the folder with the results of a pipeline.</summary>
    public string Of(string name) => _folders.GetOrAdd(name, key => new Lazy<string>(() => Run(key))).Value;

    /// <summary>Removes all results.</summary>
    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Run(string name)
    {
        string file = Path.Combine(AppContext.BaseDirectory, "pipelines", $"{name}.json");
        string images = Directory.CreateDirectory(Path.Combine(_root, $"{name}-images")).FullName;
        Pipeline pipeline = Pipeline.Parse(TinyPipeline.Of(File.ReadAllText(file), images), file);
        ExperimentResult result = Experiment.Run(pipeline);
        using ResultFolder folder = ResultFolder.Open(Path.Combine(_root, name));
        folder.Write(result.Rows, Manifest.Of(pipeline, result), result.Tables);
        return folder.Path;
    }
}
