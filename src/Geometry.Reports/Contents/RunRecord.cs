using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Geometry.Experiments;

namespace Geometry.Reports;

/// <summary>What a manifest says of how a table of scores was made. What it does not say is empty.</summary>
public sealed record RunRecord
{
    /// <summary>Gets the name of the experiment.</summary>
    public string Experiment { get; init; } = "";

    /// <summary>Gets the description of the experiment, as its pipeline file has it.</summary>
    public string Description { get; init; } = "";

    /// <summary>Gets the command that makes the same results again.</summary>
    public string Command { get; init; } = "";

    /// <summary>Gets the pipeline file as the run was given it; of a table that was scored, the table.</summary>
    public string File { get; init; } = "";

    /// <summary>Gets the SHA-256 of that file in hexadecimal digits.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>Gets the text of the pipeline file: JSON with comments.</summary>
    public string PipelineText { get; init; } = "";

    /// <summary>Gets whether the run was a quick one, with fewer seeds and settings.</summary>
    public bool IsQuick { get; init; }

    /// <summary>Gets the seed of the experiment as text.</summary>
    public string Seed { get; init; } = "";

    /// <summary>Gets the number of cells, 0 where the manifest does not say.</summary>
    public int Cells { get; init; }

    /// <summary>Gets the variables of the sweep over whose values means are taken: seeds.</summary>
    public IReadOnlyList<string> Replicates { get; init; } = [];

    /// <summary>Gets what else was set, by name: of a table that was scored, what was scored and how.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Settings { get; init; } = [];

    /// <summary>Gets the versions of the software, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Versions { get; init; } = [];

    /// <summary>Gets the machine, by what is said of it.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Machine { get; init; } = [];

    /// <summary>Gets when the run began, in ISO 8601.</summary>
    public string Started { get; init; } = "";

    /// <summary>Gets how many seconds it took, or null.</summary>
    public double? Seconds { get; init; }

    /// <summary>Gets how many cells ran at a time, at most; null where the manifest does not say.</summary>
    public int? Threads { get; init; }

    /// <summary>Gets what to keep in mind about values.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Reads a manifest.</summary>
    /// <param name="path">The path of the file.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="BadInputException">The file cannot be read or is damaged; the message names the line.</exception>
    public static RunRecord Read(string path)
    {
        try
        {
            return JsonNode.Parse(System.IO.File.ReadAllText(path)) is JsonObject manifest
                ? Of(manifest)
                : throw new BadInputException($"{path}, line 1: a manifest is a JSON object. The file is damaged; run the experiment again, or remove it.");
        }
        catch (JsonException e)
        {
            throw new BadInputException(string.Create(CultureInfo.InvariantCulture,
                $"{path}, line {(e.LineNumber ?? 0) + 1}: the file is no JSON. It is damaged; run the experiment again, or remove it."), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"cannot read the manifest '{path}': {UserErrors.Text(e)}", e);
        }
    }

    private static RunRecord Of(JsonObject manifest)
    {
        JsonObject? source = (manifest["pipeline"] ?? manifest["table"]) as JsonObject, run = manifest["run"] as JsonObject;
        return new RunRecord
        {
            Experiment = Text(manifest["experiment"]),
            Description = Text(manifest["description"]),
            Command = Text(manifest["command"]),
            File = Text(source?["file"]),
            Sha256 = Text(source?["sha256"]),
            PipelineText = Text(source?["text"]),
            IsQuick = Text(manifest["isQuick"]) == "true",
            Seed = Text(manifest["seed"]),
            Cells = (manifest["cells"] as JsonArray)?.Count ?? 0,
            Replicates = Texts(manifest["replicates"]),
            Settings = Pairs(manifest["settings"]),
            Versions = Pairs(manifest["versions"]),
            Machine = Pairs(manifest["machine"]),
            Started = Text(run?["started"]),
            Seconds = Number(run?["seconds"]),
            Threads = (int?)Number(run?["threads"]),
            Warnings = Texts(manifest["warnings"]),
        };
    }

    private static string Text(JsonNode? node) => node is System.Text.Json.Nodes.JsonValue value ? value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString() : "";

    private static double? Number(JsonNode? node) => double.TryParse(Text(node), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    private static string[] Texts(JsonNode? node) => [.. (node as JsonArray ?? []).Select(Text)];

    private static KeyValuePair<string, string>[] Pairs(JsonNode? node) =>
        [.. (node as JsonObject ?? []).Select(pair => KeyValuePair.Create(pair.Key, Text(pair.Value)))];
}
