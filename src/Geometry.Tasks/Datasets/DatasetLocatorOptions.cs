namespace Geometry.Tasks;

/// <summary>Where a <see cref="DatasetLocator"/> looks.</summary>
public sealed record DatasetLocatorOptions
{
    /// <summary>The environment variable that names the data directory.</summary>
    public const string DataDirectoryVariable = "GEOMETRY_DATA";

    /// <summary>
    /// Gets the directory that holds a directory for each data set, and receives downloads; null for <c>Geometry.MLNet/datasets</c> in the user's
    /// folder for local application data.
    /// </summary>
    /// <value>Default: what the environment variable <c>GEOMETRY_DATA</c> names, or null where it is not set.</value>
    public string? DataDirectory { get; init; } = Environment.GetEnvironmentVariable(DataDirectoryVariable) is { Length: > 0 } path ? path : null;

    /// <summary>Gets whether a data set that is not on the machine may be downloaded.</summary>
    /// <value>Default: true.</value>
    public bool AllowDownload { get; init; } = true;

    /// <summary>Gets what sends the requests of a download; null for the ordinary client.</summary>
    /// <value>Default: null.</value>
    public HttpMessageHandler? HttpHandler { get; init; }

    /// <summary>Gets what is told about each file that is downloaded; null for nobody.</summary>
    /// <value>Default: null.</value>
    public Action<string>? Log { get; init; }
}
