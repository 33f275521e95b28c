using System.Text;
using Geometry.Experiments;

namespace Geometry.Claims.Tests;

/// <summary>The pipeline of the unstructured binary task, run once with five networks of each nonlinearity instead of twenty.</summary>
public sealed class UnstructuredBinaryRun
{
    public const int Networks = 5;

    private const string File = "pipelines/unstructured-binary.json", FullCount = "\"count\": 20";

    private readonly IReadOnlyList<ResultRow> _rows;

    public UnstructuredBinaryRun()
    {
        string path = Path.Combine(AppContext.BaseDirectory, File), text = System.IO.File.ReadAllText(path);
        text.ShouldContain(FullCount);
        string small = text.Replace(FullCount, $"\"count\": {Networks}", StringComparison.Ordinal);
        _rows = Experiment.Run(Pipeline.Parse(Encoding.UTF8.GetBytes(small), path)).Rows;
    }

    /// <summary>Gives a score of the hidden layer of each network, in the order of their seeds.</summary>
    public double[] Hidden(string nonlinearity, string score, string target) =>
        [.. _rows.Where(row => (row.Nonlinearity, row.Score, row.Target, row.Layer) == (nonlinearity, score, target, "Hidden1"))
            .OrderBy(row => row.Seed).Select(row => row.Value!.Value)];

    /// <summary>Gives tanh minus ReLU for each seed: both share the task, the rows and the initial weights.</summary>
    public double[] Differences(string score, string target)
    {
        double[] differences = [.. Hidden("tanh", score, target).Zip(Hidden("relu", score, target), (tanh, relu) => tanh - relu)];
        differences.Length.ShouldBe(Networks);
        return differences;
    }
}
