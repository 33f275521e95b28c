using System.Text;

namespace Geometry.Experiments.Tests;

/// <summary>A small pipeline as text, and what reading a changed version of it gives.</summary>
internal static class PipelineText
{
    public const string File = "small.json";

    /// <summary>Two cells that take a fraction of a second.</summary>
    public const string Small = """
        {
          "name": "small",
          "description": "A small experiment.",
          "seed": 7,
          "data": { "source": "task", "name": "UnstructuredBinary", "parameters": { "dimensions": 10, "seed": "$seed" }, "trainRows": 60, "testRows": 80 },
          "sweep": { "nonlinearity": ["tanh", "relu"], "seed": { "from": 1, "count": 1 } },
          "pipeline": [
            { "step": "NormalizeMeanVariance", "outputColumnName": "Features" },
            { "step": "Mlp", "hiddenWidths": [8, 4], "nonlinearity": "$nonlinearity", "epochs": 2, "batchSize": 20 },
            { "step": "Decodability", "embeddings": ["Features", "Hidden2"], "conditions": ["Condition"], "target": "Label", "folds": 2 },
            { "step": "Alignment", "embeddings": ["Hidden1"], "conditions": "Condition", "input": "Features", "target": "Label" }
          ]
        }
        """;

    public static Pipeline Read(string text = Small, long? seed = null) => Pipeline.Parse(Encoding.UTF8.GetBytes(text), File, seed);

    /// <summary>Gives the problems of the small pipeline after a replacement.</summary>
    public static IReadOnlyList<string> ProblemsAfter(string from, string to)
    {
        Small.ShouldContain(from);
        return ProblemsOf(Small.Replace(from, to, StringComparison.Ordinal));
    }

    public static IReadOnlyList<string> ProblemsOf(string text) =>
        [.. Should.Throw<PipelineFileException>(() => Read(text)).Problems.Select(problem => problem.ToString())];
}
