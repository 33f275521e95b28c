namespace Geometry.Experiments;

/// <summary>The sources of rows that a pipeline file can name.</summary>
public static class DataSourceRegistry
{
    /// <summary>Gets all sources.</summary>
    public static IReadOnlyList<DataSourceDefinition> All { get; } =
        [DatasetSource.Definition, TaskSource.Definition, CsvSource.Definition, IdxSource.Definition, CifarSource.Definition, ImageFolderSource.Definition];
}
