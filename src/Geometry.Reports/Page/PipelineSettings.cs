using System.Text.Json;
using System.Text.Json.Nodes;
using Geometry.Experiments;

namespace Geometry.Reports;

/// <summary>A setting of an experiment.</summary>
/// <param name="Part">What it belongs to: the data, or a step.</param>
/// <param name="Name">The field, with those that it is in before it.</param>
/// <param name="Value">Its value as JSON, or what is taken where the file has none, in words.</param>
/// <param name="IsDefault">Whether the file has none.</param>
internal sealed record PipelineSetting(string Part, string Name, string Value, bool IsDefault);

/// <summary>Reads all settings out of the text of a pipeline file: those that it gives, and the defaults of those that it does not.</summary>
internal static class PipelineSettings
{
    private static readonly JsonDocumentOptions s_options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private static readonly JsonSerializerOptions s_json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads the settings.</summary>
    /// <param name="text">The text of the file.</param>
    /// <returns>The settings in the order of the file; none where the text is no pipeline file.</returns>
    public static IReadOnlyList<PipelineSetting> Of(string text)
    {
        JsonObject? file;
        try
        {
            file = JsonNode.Parse(text, documentOptions: s_options) as JsonObject;
        }
        catch (JsonException)
        {
            return [];
        }

        List<PipelineSetting> settings = [];
        if (file?["data"] is JsonObject data)
        {
            string source = TextOf(data["source"]);
            IReadOnlyList<Parameter> parameters = DataSourceRegistry.All.FirstOrDefault(known => known.Name == source)?.Parameters ?? [];
            settings.AddRange(Fields("data", "", data, parameters));
            IReadOnlyList<Parameter> ofTask = source == "task" ? TaskRegistry.All.FirstOrDefault(task => task.Name == TextOf(data["name"]))?.Parameters ?? [] : [];
            settings.AddRange(Defaults("data", "parameters.", data["parameters"] as JsonObject, ofTask));
        }

        foreach ((JsonNode? node, int i) in (file?["pipeline"] as JsonArray ?? []).Select((node, i) => (node, i)))
        {
            if (node is JsonObject step)
            {
                string name = TextOf(step["step"]);
                settings.AddRange(Fields($"{i + 1}. {name}", "", step, StepRegistry.Find(name)?.Parameters ?? [], skip: "step"));
            }
        }

        return settings;
    }

    private static IEnumerable<PipelineSetting> Fields(string part, string prefix, JsonObject json, IReadOnlyList<Parameter> parameters, string? skip = null) =>
    [
        .. json.Where(field => field.Key != skip).SelectMany(field => field.Value is JsonObject { Count: > 0 } inner
            ? Fields(part, $"{prefix}{field.Key}.", inner, parameters.FirstOrDefault(p => p.Name == field.Key)?.Fields ?? [])
            : [new PipelineSetting(part, prefix + field.Key, TextOf(field.Value), IsDefault: false)]),
        .. Defaults(part, prefix, json, parameters),
    ];

    private static IEnumerable<PipelineSetting> Defaults(string part, string prefix, JsonObject? json, IReadOnlyList<Parameter> parameters) => parameters
        .Where(parameter => !parameter.IsRequired && json?.ContainsKey(parameter.Name) != true)
        .Select(parameter => new PipelineSetting(part, prefix + parameter.Name, parameter.Default, IsDefault: true));

    private static string TextOf(JsonNode? node) => node is null ? "null"
        : node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>()
        : node.ToJsonString(s_json);
}
