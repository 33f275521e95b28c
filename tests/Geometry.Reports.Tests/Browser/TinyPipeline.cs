using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Geometry.Tasks;

namespace Geometry.Reports.Tests;

/// <summary>Turns a pipeline file into the smallest one of the same kind: its steps, sources, variables and scores, with hardly any rows, values and training.</summary>
internal static class TinyPipeline
{
    private const int TrainRows = 96, TestRows = 160, ImageRows = 100, MostValues = 3, Seeds = 2;

    private static readonly JsonDocumentOptions s_options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly Dictionary<string, JsonNode> s_small = new()
    {
        ["epochs"] = 2, ["checkpointEpochs"] = new JsonArray(0, 1), ["neurons"] = 40, ["duration"] = 5, ["samples"] = 6, ["gridPoints"] = 5, ["trajectories"] = 6,
        ["draws"] = 9, ["folds"] = 2, ["maximumDichotomies"] = 6, ["restarts"] = 1, ["maximumRowsPerCondition"] = 8,
    };

    /// <summary>Makes the text of the small file.</summary>
    /// <param name="text">The text of the pipeline file.</param>
    /// <param name="images">A folder for files of images.</param>
    public static byte[] Of(string text, string images)
    {
        JsonObject file = JsonNode.Parse(text, documentOptions: s_options)!.AsObject();
        if (file["sweep"] is JsonObject sweep)
        {
            Shrink(sweep, file["quick"] as JsonObject);
        }

        file.Remove("quick");
        JsonObject data = file["data"]!.AsObject();
        file["data"] = data["source"]!.GetValue<string>() == "dataset" ? Images(data, images) : Rows(data);
        foreach (JsonNode? step in file["pipeline"]!.AsArray())
        {
            Settings(step!.AsObject());
        }

        return Encoding.UTF8.GetBytes(file.ToJsonString());
    }

    private static void Shrink(JsonObject sweep, JsonObject? quick)
    {
        foreach ((string name, JsonNode? value) in quick ?? [])
        {
            sweep[name] = value!.DeepClone();
        }

        foreach ((string name, JsonNode? value) in sweep.ToList())
        {
            sweep[name] = name == "zip" ? Zip(value!.AsObject()) : Values(name, value!);
        }
    }

    private static JsonObject Zip(JsonObject zip) => new(zip.Select(variable => KeyValuePair.Create(variable.Key, (JsonNode?)Values(variable.Key, variable.Value!))));

    // The ends of a list, so that paired variables stay paired.
    private static JsonNode Values(string name, JsonNode values)
    {
        if (values is JsonArray list)
        {
            IEnumerable<JsonNode?> few = list.Count <= MostValues ? list : (JsonNode?[])[list[0], list[^1]];
            return new JsonArray([.. few.Select(value => name == "epochs" ? 2 : value!.DeepClone())]);
        }

        JsonObject range = values.DeepClone().AsObject();
        range.Remove("step");
        range["count"] = range.ContainsKey("to") ? MostValues : Seeds;
        return range;
    }

    private static JsonObject Rows(JsonObject data)
    {
        JsonObject small = data.DeepClone().AsObject();
        foreach ((string name, int most) in new[] { ("trainRows", TrainRows), ("testRows", TestRows) })
        {
            small[name] = Math.Min(most, data[name]!.GetValue<int>());
        }

        return small;
    }

    private static JsonObject Images(JsonObject data, string folder)
    {
        var names = new JsonArray([.. DatasetManifest.Find(data["name"]!.GetValue<string>()).Classes.Select(name => (JsonNode)name)]);
        string File(string name) => Path.Combine(folder, name);
        bool isColour = data["name"]!.GetValue<string>() == "cifar-10";
        JsonObject small = isColour
            ? new JsonObject { ["source"] = "cifar", ["format"] = "Cifar10", ["classNames"] = names, ["trainFiles"] = new JsonArray(File("train.bin")), ["testFiles"] = new JsonArray(File("test.bin")) }
            : new JsonObject
            {
                ["source"] = "idx", ["classNames"] = names, ["trainImages"] = File("train.idx"), ["trainLabels"] = File("train-labels.idx"), ["testImages"] = File("test.idx"), ["testLabels"] = File("test-labels.idx"),
            };
        foreach (string part in new[] { "train", "test" })
        {
            if (isColour)
            {
                TinyImages.WriteCifar(File($"{part}.bin"), ImageRows);
            }
            else
            {
                TinyImages.WriteIdx(File($"{part}.idx"), File($"{part}-labels.idx"), ImageRows);
            }
        }

        foreach (string kept in new[] { "targets", "targetsFile", "trainRows" })
        {
            if (data[kept] is { } value)
            {
                small[kept] = value.DeepClone();
            }
        }

        return small;
    }

    private static void Settings(JsonObject step)
    {
        foreach ((string name, JsonNode? value) in step.ToList())
        {
            if (value is JsonObject inner)
            {
                Settings(inner);
            }
            else if (s_small.TryGetValue(name, out JsonNode? small) && !(value is JsonValue text && text.GetValueKind() == JsonValueKind.String))
            {
                step[name] = small.DeepClone();
            }
        }

        string kind = step["step"]?.GetValue<string>() ?? "";
        foreach (string added in kind switch
        {
            "Dynamics" => ["neurons", "duration", "samples"],
            "Decodability" => ["folds"],
            "Shattering" => ["folds", "maximumDichotomies"],
            _ => (string[])[],
        })
        {
            step.TryAdd(added, s_small[added].DeepClone());
        }
    }
}
