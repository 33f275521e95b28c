using Geometry.Experiments;

namespace Geometry.Reports;

/// <summary>Writes reports to files.</summary>
public static class ReportFile
{
    /// <summary>Reads a folder of results and writes its report: under another name first, and renamed when it is whole.</summary>
    /// <param name="folder">The folder; see <see cref="ReportContents.Read"/>.</param>
    /// <param name="path">The file; null for <see cref="ReportPage.FileName"/> in the folder.</param>
    /// <returns>The full path of the file.</returns>
    /// <exception cref="BadInputException">The folder has no results, a file in it is damaged, or the report cannot be written.</exception>
    public static string Write(string folder, string? path = null)
    {
        ReportContents contents = ReportContents.Read(folder);
        return Write(new ReportPage(contents), path ?? Path.Combine(contents.Folder, ReportPage.FileName));
    }

    /// <summary>Writes a page: under another name first, and renamed when it is whole.</summary>
    /// <param name="page">The page.</param>
    /// <param name="path">The file; its folder is made if need be.</param>
    /// <returns>The full path of the file.</returns>
    /// <exception cref="BadInputException">The file cannot be written.</exception>
    public static string Write(ReportPage page, string path)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        WriteWhole(path, page.Write);
        return Path.GetFullPath(path);
    }

    /// <summary>Writes a file under another name first, and renames it when it is whole.</summary>
    /// <exception cref="BadInputException">The file cannot be written.</exception>
    internal static void WriteWhole(string path, Action<TextWriter> write)
    {
        try
        {
            string full = Path.GetFullPath(path);
            Directory.CreateDirectory(Path.GetDirectoryName(full) ?? full);
            AtomicFile.WriteText(full, write);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"cannot write '{path}': {UserErrors.Text(e)} Choose another place.", e);
        }
    }
}
