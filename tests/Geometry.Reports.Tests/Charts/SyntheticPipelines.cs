using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Geometry.Experiments;
using Geometry.MLNet;

namespace Geometry.Reports.Tests;

/// <summary>Makes up the results that a pipeline file leads to, without data or training: its cells, its scores, its tables.</summary>
internal static class SyntheticPipelines
{
    private static readonly Dictionary<string, (string Score, string Variant)[]> s_scores = new()
    {
        ["Ccgp"] = [("ccgp", "svm/leave-one-pair-out")],
        ["Decodability"] = [("decodability", "svm/10-fold/accuracy")],
        ["Parallelism"] = [("parallelism", "cosine/best-pairing")],
        ["Shattering"] = [("shattering", "least-squares/2-fold/accuracy/mean"), ("shattering", "least-squares/2-fold/accuracy/untrained-mean")],
        ["Dimension"] = [("dimension", "participation-ratio/conditions")],
        ["Collapse"] = [("collapse", "nc1/pinv"), ("collapse", "nc2/equinorm"), ("collapse", "nc3"), ("collapse", "nc4")],
        ["Alignment"] = [("alignment", "centred/conditions")],
        ["Rdm"] = [("rdm", "squared-euclidean/pearson")],
    };

    /// <summary>Gives the names of all pipeline files beside the tests.</summary>
    public static IEnumerable<string> Files => Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "pipelines"), "*.json").Select(Path.GetFileName).Order(StringComparer.Ordinal)!;

    /// <summary>Makes up the results of a file.</summary>
    public static PipelineResults Of(string file)
    {
        JsonNode root = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "pipelines", file)), documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true })!;
        List<ResultRow> rows = [];
        Dictionary<string, ResultTable> tables = [];
        foreach (Dictionary<string, JsonNode> cell in Cells(root["sweep"]!.AsObject()))
        {
            string key = string.Join(';', cell.Select(pair => $"{pair.Key}={Text(pair.Value)}"));
            string nonlinearity = cell.TryGetValue("nonlinearity", out JsonNode? name) ? name.GetValue<string>() : "";
            long seed = long.Parse(Text(cell["seed"]), CultureInfo.InvariantCulture);
            int[] epochs = [.. (root["pipeline"]!.AsArray().Select(step => step!["checkpointEpochs"]).FirstOrDefault(list => list is not null)?.AsArray() ?? []).Select(epoch => epoch!.GetValue<int>()), 100];
            foreach (JsonNode step in root["pipeline"]!.AsArray().OfType<JsonNode>())
            {
                string kind = step["step"]!.GetValue<string>();
                if (kind == "Dynamics")
                {
                    AddDynamics(rows, tables, root["name"]!.GetValue<string>(), key, nonlinearity, seed);
                }

                if (!s_scores.TryGetValue(kind, out (string Score, string Variant)[]? scores))
                {
                    continue;
                }

                JsonNode embeddings = step["embeddings"] is JsonArray list ? list : cell[step["embeddings"]!.GetValue<string>()[1..]];
                string[] targets = kind is "Alignment" or "Rdm" ? ["Features", "Label"] : kind is "Dimension" ? [""] : ["Label"];
                rows.AddRange(from epoch in epochs
                    from layer in embeddings.AsArray().Select(item => item!.GetValue<string>())
                    from score in scores
                    from target in targets
                    select Row(root["name"]!.GetValue<string>(), key, nonlinearity, seed, epoch, layer, score.Score, score.Variant, target) with
                    {
                        Ceiling = kind == "Alignment" && target == "Label" ? 0.99 : null,
                        NullMean = step["nulls"] is null ? null : 0.1,
                        PValue = step["nulls"] is null ? null : 0.01,
                    });
            }
        }

        return new PipelineResults(file, rows, [.. tables.Values], null);
    }

    /// <summary>Makes up a row, whose value depends on all that is said of it.</summary>
    public static ResultRow Row(string experiment, string cell, string nonlinearity, long seed, int? epoch, string layer, string score, string variant, string target) => new()
    {
        Experiment = experiment, Cell = cell, Nonlinearity = nonlinearity, Seed = seed, Epoch = epoch, Layer = layer, Score = score, Variant = variant, Target = target,
        Value = Value($"{cell} {epoch} {layer} {score} {variant} {target}"), N = 10,
    };

    private static double Value(string text) => 0.05 + (0.9 * (text.Aggregate(17u, (sum, letter) => (sum * 31) + letter) % 1000 / 1000.0));

    private static string Text(JsonNode value) => value is JsonArray list ? $"[{string.Join(',', list.Select(item => Text(item!)))}]" : value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    private static IEnumerable<Dictionary<string, JsonNode>> Cells(JsonObject sweep)
    {
        IEnumerable<Dictionary<string, JsonNode>> cells = [[]];
        foreach ((string name, JsonNode? values) in sweep)
        {
            Dictionary<string, JsonNode[]> axis = name == "zip" ? values!.AsObject().ToDictionary(pair => pair.Key, pair => Values(pair.Value!)) : new() { [name] = Values(values!) };
            cells = [.. cells.SelectMany(cell => Enumerable.Range(0, axis.First().Value.Length).Select(i => new Dictionary<string, JsonNode>(cell.Concat(axis.Select(pair => KeyValuePair.Create(pair.Key, pair.Value[i]))))))];
        }

        return cells;
    }

    private static JsonNode[] Values(JsonNode values)
    {
        if (values is JsonArray list)
        {
            return [.. list.Select(item => item!)];
        }

        int count = values["count"]!.GetValue<int>();
        return values["to"] is not { } to ? [.. Enumerable.Range(1, Math.Min(count, 4)).Select(seed => (JsonNode)JsonValue.Create(seed))]
            : [.. Enumerable.Range(0, count).Select(i => (JsonNode)JsonValue.Create(Math.Round(values["from"]!.GetValue<double>() + ((to.GetValue<double>() - values["from"]!.GetValue<double>()) * i / (count - 1)), 6)))];
    }

    private static void AddDynamics(List<ResultRow> rows, Dictionary<string, ResultTable> tables, string experiment, string cell, string nonlinearity, long seed)
    {
        foreach ((string score, string variant) in new[]
        {
            ("selectivity", "all"), ("selectivity", "some"), ("selectivity", "none"), ("escape", "high-intra"), ("simplified-alignment", "target"), ("simplified-alignment", "input"),
            ("simplified-parallelism", "cosine/best-pairing"), ("simplified-training", "correlation/epoch"),
        })
        {
            rows.Add(Row(experiment, cell, nonlinearity, seed, null, "Features", score, variant, "Label"));
        }

        var random = new Random((int)seed);
        string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
        Add("field", "target,preferred,inter,intra,inter_change,intra_change", from x in Enumerable.Range(-2, 5) from y in Enumerable.Range(-2, 5) select $"Label,true,{x},{y},{Number(random.NextDouble())},{Number(-random.NextDouble())}");
        Add("trajectories", "target,neuron,preferred,time,inter,intra", from neuron in Enumerable.Range(0, 5) from time in Enumerable.Range(0, 9) select $"Label,{neuron},true,{time},{Number(time * 0.1)},{Number(neuron * 0.2)}");
        Add("selectivity", "target,time,weight_growth,all,some,none,high_intra,escaped,target_alignment,input_alignment,loss", from time in Enumerable.Range(0, 9) select $"Label,{time},0,{Number(time * 0.1)},0.1,0.05,9,1,{Number(0.5 + (time * 0.05))},0.7,0.3");
        Add(
            "comparison", "epochs,match,time,target_alignment,simplified_target_alignment,input_alignment,simplified_input_alignment,correlation",
            from epoch in Enumerable.Range(1, 6) from match in new[] { "Epoch", "WeightGrowth", "Loss" } select $"{epoch},{match},1,0.8,{Number(0.8 + (epoch * 0.01))},0.7,0.6,{Number(1 - (epoch * 0.05))}");

        void Add(string name, string columns, IEnumerable<string> lines)
        {
            IReadOnlyList<string>[] own = [.. lines.Select(line => (IReadOnlyList<string>)[cell, nonlinearity, $"{seed}", .. line.Split(',')])];
            tables[name] = tables.TryGetValue(name, out ResultTable? table) ? table with { Rows = [.. table.Rows, .. own] } : new ResultTable(name, ["cell", "nonlinearity", "seed", .. columns.Split(',')], own);
        }
    }
}
