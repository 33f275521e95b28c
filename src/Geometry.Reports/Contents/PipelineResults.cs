using Geometry.Experiments;
using Geometry.MLNet;

namespace Geometry.Reports;

/// <summary>The results of one experiment, read from the files of its folder.</summary>
public sealed class PipelineResults
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _valuesOfCell;

    /// <summary>Puts results together.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="rows">The scores; settings are worked out here.</param>
    /// <param name="tables">Further tables.</param>
    /// <param name="run">What the manifest says, or null where there is none.</param>
    internal PipelineResults(string folder, IReadOnlyList<ResultRow> rows, IReadOnlyList<ResultTable> tables, RunRecord? run)
    {
        Folder = folder;
        Tables = tables;
        Run = run;
        Name = run?.Experiment is { Length: > 0 } name ? name
            : rows.Count > 0 && rows[0].Experiment.Length > 0 ? rows[0].Experiment
            : Path.GetFileName(folder.TrimEnd(Path.DirectorySeparatorChar));
        _valuesOfCell = rows.Select(row => row.Cell).Distinct().ToDictionary(cell => cell, ResultVariable.ValuesOf);
        Variables = ResultVariable.Of(_valuesOfCell.Values, run?.Replicates ?? []);
        string[] settings = [.. Variables.Where(variable => !variable.IsReplicate && !variable.IsNonlinearity).Select(variable => variable.Name)];
        Rows = [.. rows.Select(row => row with
        {
            Setting = string.Join(';', settings.Where(_valuesOfCell[row.Cell].ContainsKey).Select(variable => $"{variable}={_valuesOfCell[row.Cell][variable]}")),
        })];
    }

    /// <summary>Gets the name of the experiment; unique among those of one report as a rule.</summary>
    public string Name { get; }

    /// <summary>Gets the full path of the folder.</summary>
    public string Folder { get; }

    /// <summary>Gets the scores in the order of the file, with the setting of their cell.</summary>
    public IReadOnlyList<ResultRow> Rows { get; }

    /// <summary>Gets the variables of the sweep, those with one value too, in the order of the cells' keys.</summary>
    public IReadOnlyList<ResultVariable> Variables { get; }

    /// <summary>Gets the tables beside the scores, such as trajectories, in the order of their names.</summary>
    public IReadOnlyList<ResultTable> Tables { get; }

    /// <summary>Gets what the manifest says, or null where there is none.</summary>
    public RunRecord? Run { get; }

    /// <summary>Reads the folder of one experiment.</summary>
    /// <param name="folder">The folder; it has a file <c>scores.csv</c>. Every other file is optional.</param>
    /// <returns>The results.</returns>
    /// <exception cref="BadInputException">A file is damaged; the message names the file and the line.</exception>
    public static PipelineResults Read(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        string full = Path.GetFullPath(folder), manifest = Path.Combine(full, ResultFolder.ManifestFile);
        return new PipelineResults(
            full,
            ScoresReader.Read(Path.Combine(full, ResultFolder.ScoresFile)),
            [
                .. Directory.GetFiles(full, "*.csv").Order(StringComparer.Ordinal)
                    .Where(file => Path.GetFileName(file) is not (ResultFolder.ScoresFile or ClaimsCsv.FileName)).Select(CellTables.Read),
            ],
            File.Exists(manifest) ? RunRecord.Read(manifest) : null);
    }

    /// <summary>Gives the values of the sweep's variables in a cell.</summary>
    /// <param name="cell">The key of the cell, as rows have it.</param>
    /// <returns>The value of each variable as text.</returns>
    public IReadOnlyDictionary<string, string> ValuesOf(string cell) =>
        _valuesOfCell.TryGetValue(cell, out IReadOnlyDictionary<string, string>? values) ? values : ResultVariable.ValuesOf(cell);
}
