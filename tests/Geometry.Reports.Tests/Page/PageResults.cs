using System.Globalization;
using System.Text;
using Geometry.Experiments;

namespace Geometry.Reports.Tests;

/// <summary>Folders of results that nobody computed, written as real ones are.</summary>
internal static class PageResults
{
    private static readonly (string Score, string Variant, string Target)[] s_scores =
    [
        ("alignment", "centred/conditions", "Features"), ("alignment", "centred/conditions", "Label"), ("ccgp", "mean-over-splits", "Label"), ("decodability", "accuracy", "Label"),
        ("parallelism", "cosine/best-pairing", "Label"), ("shattering", "mean", ""), ("dimension", "participation-ratio/conditions", ""), ("collapse", "nc1", "Label"),
    ];

    /// <summary>Writes the results of a sweep over two numbers and two nonlinearities.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="side">How many values each number has.</param>
    /// <param name="seeds">How many seeds there are.</param>
    /// <param name="name">The name of the experiment.</param>
    public static void WriteSweep(string folder, int side, int seeds = 1, string name = "sweep")
    {
        byte[] file = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""
            {
              "name": "{{name}}", "description": "A sweep over separability and noise.",
              "data": { "source": "task", "name": "SeparableXor", "parameters": { "separability": "$separability", "noise": "$noise", "seed": "$seed" }, "trainRows": 100, "testRows": 100 },
              "sweep": {
                "separability": { "from": 0, "to": 1, "count": {{side}} }, "noise": { "from": 0, "to": 2, "count": {{side}} }, "nonlinearity": ["tanh", "relu"], "seed": { "count": {{seeds}} }
              },
              "pipeline": [
                { "step": "Mlp", "hiddenWidths": [8], "nonlinearity": "$nonlinearity", "seed": "$seed" },
                { "step": "Alignment", "embeddings": ["Hidden1"], "conditions": ["Condition"], "target": "Label" }
              ]
            }
            """));
        Pipeline pipeline = Pipeline.Parse(file, $"{name}.json");
        var random = new Random(7);
        ResultRow[] rows = [.. pipeline.Cells.SelectMany(cell => s_scores.Select(score => new ResultRow
        {
            Experiment = name, Cell = cell.Key, Nonlinearity = cell.Nonlinearity, Seed = cell.Seed, Epoch = 10, Layer = "Hidden1",
            Score = score.Score, Variant = score.Variant, Target = score.Target, Value = random.NextDouble(), N = 4,
        }))];
        Write(folder, rows, Manifest.Of(pipeline, new ExperimentResult(rows, DateTimeOffset.UnixEpoch, TimeSpan.FromSeconds(100), 2)));
    }

    /// <summary>Writes results that have a text wherever there may be one.</summary>
    /// <param name="folder">The folder; the experiment is in a folder of it, and claims are beside that.</param>
    /// <param name="text">The text.</param>
    public static void WriteText(string folder, string text)
    {
        ResultRow[] rows = [.. new[] { "tanh", text }.SelectMany(nonlinearity => new[] { 1L, 2L, 3L }.SelectMany(seed => new[] { "Features", text }.SelectMany(layer => new[] { "alignment", text }.Select(score => new ResultRow
        {
            Experiment = text, Cell = $"noise={text};nonlinearity={nonlinearity};seed={seed}", Nonlinearity = nonlinearity, Seed = seed, Epoch = 3, Layer = layer, Score = score,
            Variant = score == text ? text : "centred/conditions", Target = score == text ? text : "Label", Value = seed == 3 ? null : seed / 3.0, N = 4, Reason = seed == 3 ? text : "",
        }))))];
        string json = System.Text.Json.JsonSerializer.Serialize(text);
        string pipelineText = System.Text.Json.JsonSerializer.Serialize($$"""{ "name": {{json}}, "data": { "source": {{json}} }, "pipeline": [{ "step": {{json}}, {{json}}: {{json}} }] }""");
        Write(Path.Combine(folder, "one"), rows, $$"""
            {
              "experiment": {{json}}, "description": {{json}}, "command": {{json}}, "pipeline": { "file": {{json}}, "sha256": {{json}}, "text": {{pipelineText}} }, "seed": 1,
              "versions": { "product": {{json}} }, "settings": { {{json}}: {{json}} }, "machine": { {{json}}: {{json}} }, "run": { "started": {{json}}, "seconds": 1 }, "warnings": [{{json}}]
            }
            """);
        var claim = new Claim { Id = text, Statement = text, Figure = text, Source = text, Pipeline = "", Remark = text, Smallest = 0.1, NotRun = text };
        using var writer = new StreamWriter(Path.Combine(folder, ClaimsCsv.FileName));
        ClaimsCsv.Write([new ClaimResult(claim, Verdict.Holds, 0.3, 0.2, 0.4, 3, text), ClaimEvaluation.NotRun(claim, text)], writer);
    }

    private static void Write(string path, IReadOnlyList<ResultRow> rows, string manifest)
    {
        using ResultFolder folder = ResultFolder.Open(path);
        folder.Write(rows, manifest);
    }
}
