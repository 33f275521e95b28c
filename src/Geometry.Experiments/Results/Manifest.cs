using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Geometry.Experiments;

/// <summary>The file manifest.json: what a table of scores was made from, by what, when and on what machine.</summary>
public static class Manifest
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the manifest of an experiment.</summary>
    /// <param name="pipeline">The pipeline.</param>
    /// <param name="result">What it gave.</param>
    /// <returns>The text.</returns>
    public static string Of(Pipeline pipeline, ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(result);
        return Serialize(new
        {
            Experiment = pipeline.Name,
            pipeline.Description,
            Command = CommandText.Of(pipeline),
            Pipeline = new { pipeline.File, Sha256 = pipeline.Hash, pipeline.Text },
            pipeline.Seed,
            pipeline.IsQuick,
            Replicates = pipeline.Sweep.Variables.Where(variable => variable.IsReplicate).Select(variable => variable.Name),
            Cells = pipeline.Cells.Select(cell => new { cell.Key, cell.Nonlinearity, cell.Seed }),
            Versions = SoftwareVersions.Current,
            Run = RunOf(result.Started, result.Duration, result.Threads),
            Machine = MachineOf(),
            result.Rows.Count,
            Warnings = WarningsOf(result.Rows),
        });
    }

    /// <summary>Writes the manifest of a table that somebody else made and that was scored here.</summary>
    /// <param name="table">The path of the table.</param>
    /// <param name="sha256">The SHA-256 of its bytes in hexadecimal digits.</param>
    /// <param name="settings">What was scored and how, by name.</param>
    /// <param name="result">What it gave.</param>
    /// <returns>The text.</returns>
    public static string Of(string table, string sha256, IReadOnlyDictionary<string, string> settings, ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Serialize(new
        {
            Command = CommandText.OfTable(table, settings),
            Table = new { File = table, Sha256 = sha256 },
            Settings = settings,
            Versions = SoftwareVersions.Current,
            Run = RunOf(result.Started, result.Duration, result.Threads),
            Machine = MachineOf(),
            result.Rows.Count,
            Warnings = WarningsOf(result.Rows),
        });
    }

    private static string Serialize<T>(T manifest) => JsonSerializer.Serialize(manifest, s_options) + "\n";

    private static object RunOf(DateTimeOffset started, TimeSpan duration, int threads) => new
    {
        Started = started.ToString("O", CultureInfo.InvariantCulture), Seconds = Math.Round(duration.TotalSeconds, 3), Threads = threads,
    };

    private static object MachineOf() => new
    {
        System = RuntimeInformation.OSDescription, Architecture = RuntimeInformation.OSArchitecture.ToString(), Environment.ProcessorCount,
    };

    private static string[] WarningsOf(IReadOnlyList<ResultRow> rows) =>
        [.. rows.SelectMany(row => row.Warnings.Select(warning => $"{row.Layer} {row.Score} {row.Target}: {warning}")).Distinct()];
}
