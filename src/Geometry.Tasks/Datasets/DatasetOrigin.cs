namespace Geometry.Tasks;

/// <summary>Where the files of a data set were found.</summary>
public enum DatasetOrigin
{
    /// <summary>In the directory of a package of the operating system.</summary>
    Package,

    /// <summary>In the data directory, put there by the user or by an earlier download.</summary>
    DataDirectory,

    /// <summary>Downloaded just now, and checked.</summary>
    Download,
}
