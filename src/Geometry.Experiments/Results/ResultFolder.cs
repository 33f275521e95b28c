using System.Text;
using Geometry.MLNet;

namespace Geometry.Experiments;

/// <summary>
/// The folder of an experiment's results. Files are written under other names first and renamed when all are whole, so that a run that
/// fails or is interrupted leaves the folder as it was.
/// </summary>
public sealed class ResultFolder : IDisposable
{
    /// <summary>The name of the table.</summary>
    public const string ScoresFile = "scores.csv";

    /// <summary>The name of the record of how the table was made.</summary>
    public const string ManifestFile = "manifest.json";

    private readonly string? _made;
    private readonly Dictionary<string, string> _partial = [];

    private ResultFolder(string path, string? made)
    {
        Path = path;
        _made = made;
    }

    /// <summary>Gets the full path.</summary>
    public string Path { get; }

    /// <summary>Makes the folder if need be, and makes sure that files can be written there, so that a long run does not fail at its end.</summary>
    /// <param name="path">The folder.</param>
    /// <returns>The folder; dispose it when the run is over.</returns>
    /// <exception cref="BadInputException">The folder cannot be made or written to.</exception>
    public static ResultFolder Open(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        string full = System.IO.Path.GetFullPath(path);
        if (File.Exists(full))
        {
            throw new BadInputException($"cannot write results to '{path}': it is a file. Choose a folder with --output.");
        }

        try
        {
            string? made = FirstMissing(full);
            Directory.CreateDirectory(full);
            var folder = new ResultFolder(full, made);
            folder.OpenPartial(ScoresFile).Dispose();
            folder.DeletePartial();
            return folder;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"cannot write results to '{path}': {UserErrors.Text(e)} Choose another folder with --output.", e);
        }
    }

    /// <summary>Opens the store of single cells, and removes what killed runs left half-written.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="keepsModels">Whether the fitted models of the cells are kept too, in the folder <see cref="ModelStore.FolderName"/>.</param>
    /// <returns>The store; dispose it before the folder.</returns>
    /// <exception cref="BadInputException">Another run writes to the folder, or the store or a data file cannot be read.</exception>
    public CellStore OpenStore(Pipeline pipeline, bool keepsModels = false)
    {
        CellStore store = CellStore.Open(Path, pipeline, keepsModels ? ModelStore.Of(Path, pipeline) : null);
        foreach (string left in Directory.EnumerateFiles(Path, "*.partial"))
        {
            File.Delete(left);
        }

        return store;
    }

    /// <summary>Writes all files and puts them in place of former ones.</summary>
    /// <param name="rows">The rows of the table.</param>
    /// <param name="manifest">The text of the manifest.</param>
    /// <param name="tables">Tables beside the scores, each of which becomes a file of its name. Default: none.</param>
    public void Write(IEnumerable<ResultRow> rows, string manifest, IReadOnlyList<ResultTable>? tables = null)
    {
        foreach (ResultTable table in tables ?? [])
        {
            using StreamWriter writer = OpenPartial($"{table.Name}.csv");
            CellTables.Write(table, writer);
        }

        using (StreamWriter writer = OpenPartial(ScoresFile))
        {
            ScoresCsv.Write(rows, writer);
        }

        using (StreamWriter writer = OpenPartial(ManifestFile))
        {
            writer.Write(manifest);
        }

        foreach ((string name, string partial) in _partial)
        {
            File.Move(partial, System.IO.Path.Combine(Path, name), overwrite: true);
        }

        _partial.Clear();
    }

    /// <summary>Removes what was not finished, and the folder if it was made for it and is empty.</summary>
    public void Dispose()
    {
        DeletePartial();
        RemoveEmpty(Path);
    }

    private static string? FirstMissing(string path)
    {
        string? missing = null;
        for (string? parent = path; parent is not null && !Directory.Exists(parent); parent = System.IO.Path.GetDirectoryName(parent))
        {
            missing = parent;
        }

        return missing;
    }

    private StreamWriter OpenPartial(string name)
    {
        string partial = System.IO.Path.Combine(Path, $".{name}.{Environment.ProcessId}.partial");
        _partial[name] = partial;
        return new StreamWriter(partial, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    private void DeletePartial()
    {
        foreach (string partial in _partial.Values)
        {
            File.Delete(partial);
        }

        _partial.Clear();
    }

    private void RemoveEmpty(string folder)
    {
        while (_made is not null && folder.Length >= _made.Length && Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
            folder = System.IO.Path.GetDirectoryName(folder)!;
        }
    }
}
