using Geometry.Experiments;

namespace Geometry.Reports;

/// <summary>
/// What stands in a folder of results, read from its files alone: one experiment, as <c>geometry run</c> and <c>geometry score</c> write it, or several in folders
/// of their own with a table of claims beside them, as <c>geometry reproduce</c> does.
/// </summary>
public sealed class ReportContents
{
    private ReportContents(string folder, IReadOnlyList<PipelineResults> pipelines, IReadOnlyList<ClaimRecord> claims)
    {
        Folder = folder;
        Pipelines = pipelines;
        Claims = claims;
    }

    /// <summary>Gets the full path of the folder.</summary>
    public string Folder { get; }

    /// <summary>Gets the experiments: the folder's own first, then those of its folders in the order of their names; none where all that the folder has are claims.</summary>
    public IReadOnlyList<PipelineResults> Pipelines { get; }

    /// <summary>Gets the claims with their verdicts in the order of the file; empty where the folder has none.</summary>
    public IReadOnlyList<ClaimRecord> Claims { get; }

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">The folder. It needs no more than a file <c>scores.csv</c> in it or in a folder of it.</param>
    /// <returns>The contents.</returns>
    /// <exception cref="BadInputException">The folder has no results, or a file is damaged; the message names the file and, where there is one, the line.</exception>
    public static ReportContents Read(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        string full = Path.GetFullPath(folder);
        if (!Directory.Exists(full))
        {
            throw new BadInputException($"there is no folder '{folder}'; give the folder that `geometry run` or `geometry reproduce` wrote its results to.");
        }

        string[] folders = [.. Directory.GetDirectories(full).Order(StringComparer.Ordinal).Prepend(full).Where(HasScores)];
        string claims = Path.Combine(full, ClaimsCsv.FileName);
        return folders.Length == 0 && !File.Exists(claims)
            ? throw new BadInputException($"the folder '{folder}' has no file '{ResultFolder.ScoresFile}', nor has a folder in it; give the folder that `geometry run` or `geometry reproduce` wrote its results to.")
            : new ReportContents(full, [.. folders.Select(PipelineResults.Read)], File.Exists(claims) ? ClaimRecord.Read(claims) : []);
    }

    private static bool HasScores(string folder) => File.Exists(Path.Combine(folder, ResultFolder.ScoresFile));
}
