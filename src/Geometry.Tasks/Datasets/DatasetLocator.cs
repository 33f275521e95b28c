namespace Geometry.Tasks;

/// <summary>
/// Finds the files of a data set: in the directories of the system's packages, in the data directory, or by download, in that order.
/// </summary>
/// <param name="options">Where to look; null for the defaults.</param>
public sealed class DatasetLocator(DatasetLocatorOptions? options = null)
{
    private readonly DatasetLocatorOptions _options = options ?? new DatasetLocatorOptions();

    private string DataDirectory => _options.DataDirectory ?? Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
        "Geometry.MLNet", "datasets");

    /// <summary>Finds a data set.</summary>
    /// <param name="manifest">The data set.</param>
    /// <param name="cancellationToken">Stops a download.</param>
    /// <returns>Its files.</returns>
    /// <exception cref="DatasetNotFoundException">It is nowhere; the message names what was tried and the remedy.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public DatasetLocation Locate(DatasetManifest manifest, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        List<string> tried = [];
        foreach (DatasetPackage package in manifest.Packages)
        {
            if (FindIn(package.Directory, manifest, DatasetOrigin.Package, tried) is { } installed)
            {
                return installed;
            }
        }

        string directory = Path.GetFullPath(Path.Combine(DataDirectory, manifest.Name));
        if ((FindIn(directory, manifest, DatasetOrigin.DataDirectory, tried) ?? FindInArchive(directory, manifest, tried)) is { } found)
        {
            return found;
        }

        if (_options.AllowDownload && Download(manifest, directory, tried, cancellationToken))
        {
            return FindIn(directory, manifest, DatasetOrigin.Download, tried)
                ?? throw new DatasetNotFoundException($"The files of the data set '{manifest.Name}' vanished from {directory} after their download.");
        }

        throw NotFound(manifest, directory, tried);
    }

    private static DatasetLocation? FindIn(string directory, DatasetManifest manifest, DatasetOrigin origin, List<string> tried)
    {
        if (!Directory.Exists(directory))
        {
            tried.Add($"{directory}: does not exist");
            return null;
        }

        Dictionary<string, string> paths = [];
        List<string> missing = [];
        foreach (DatasetFile file in manifest.Files)
        {
            string path = Path.Combine(directory, file.Name), plain = Path.Combine(directory, PlainName(file));
            if (File.Exists(path) || File.Exists(plain))
            {
                paths[file.Name] = File.Exists(path) ? path : plain;
            }
            else
            {
                missing.Add(file.Name);
            }
        }

        if (missing.Count > 0)
        {
            tried.Add($"{directory}: lacks {string.Join(", ", missing)}");
            return null;
        }

        return new DatasetLocation(manifest, origin, directory, paths);
    }

    private static string PlainName(DatasetFile file) =>
        file.Name.EndsWith(".gz", StringComparison.Ordinal) ? file.Name[..^3] : file.Name;

    // An archive that the user fetched by hand.
    private static DatasetLocation? FindInArchive(string directory, DatasetManifest manifest, List<string> tried)
    {
        string? path = manifest.Archive is { } archive ? Path.Combine(directory, archive.Name) : null;
        return path is not null && File.Exists(path) && DatasetUnpacking.Try(path, manifest, tried)
            ? FindIn(directory, manifest, DatasetOrigin.DataDirectory, tried)
            : null;
    }

    private bool Download(DatasetManifest manifest, string directory, List<string> tried, CancellationToken cancellationToken)
    {
        using DatasetDownload download = new(_options.HttpHandler, _options.Log);
        bool TryAny(string name, Func<string, string?> mismatch) => manifest.Downloads.Any(
            address => download.Try(new Uri(new Uri(address), name), Path.Combine(directory, name), mismatch, tried, cancellationToken));
        if (manifest.Archive is not { } archive)
        {
            return manifest.Files.All(file => File.Exists(Path.Combine(directory, file.Name)) || File.Exists(Path.Combine(directory, PlainName(file)))
                || TryAny(file.Name, path => DatasetChecksum.Mismatch(path, file)));
        }

        string packed = Path.Combine(directory, archive.Name);
        if (!TryAny(archive.Name, path => DatasetUnpacking.Mismatch(path, archive)) || !DatasetUnpacking.Try(packed, manifest, tried))
        {
            return false;
        }

        File.Delete(packed);
        return true;
    }

    private DatasetNotFoundException NotFound(DatasetManifest manifest, string directory, List<string> tried)
    {
        List<string> remedies = [.. manifest.Packages.Select(package => $"run '{package.Install}'")];
        remedies.Add(_options.DataDirectory is null
            ? $"set {DatasetLocatorOptions.DataDirectoryVariable} to a directory that holds {manifest.Name}/ with the files"
            : $"put the files into {directory}");
        string files = string.Join(", ", manifest.Files.Select(file => file.Name));
        string archive = manifest.Archive is null ? "" : $" (or {manifest.Archive.Name}, which holds them)";
        return new DatasetNotFoundException(
            $"The data set '{manifest.Name}' was not found. Tried:\n  {string.Join("\n  ", tried)}\n"
            + $"To get it, {string.Join(", or ", remedies)}. Its files are {files}{archive}; see {manifest.Homepage}.");
    }
}
