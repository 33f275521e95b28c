using Microsoft.ML;

namespace Geometry.Experiments;

/// <summary>What a data source is asked for.</summary>
/// <param name="ML">The context to make views in.</param>
/// <param name="Directory">The folder of the pipeline file, from which relative paths count.</param>
/// <param name="PipelineSeed">The seed of the file.</param>
/// <param name="SchemaOnly">Whether a few rows are enough, because only the columns are of interest.</param>
internal sealed record DataRequest(MLContext ML, string Directory, long PipelineSeed, bool SchemaOnly)
{
    /// <summary>Gets the rows to load where the file asks for so many.</summary>
    public int? Limit(int? rows) => SchemaOnly ? Math.Min(rows ?? SchemaRows, SchemaRows) : rows;

    /// <summary>Makes a path absolute.</summary>
    public string PathOf(string path) => Path.GetFullPath(path, Path.GetFullPath(Directory));

    private const int SchemaRows = 64;
}
