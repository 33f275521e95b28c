using System.Text;
using Geometry.Experiments;

namespace Geometry.Reports.Tests;

/// <summary>A real run, written and read.</summary>
public sealed class RecordedRunTests : IDisposable
{
    private const string Text = """
        {
          "name": "small",
          "data": { "source": "task", "name": "UnstructuredBinary", "parameters": { "conditions": 4, "dimensions": 20, "noise": 0.5, "seed": "$seed" }, "trainRows": 80, "testRows": 40, "seed": "$seed" },
          "sweep": { "nonlinearity": ["tanh", "relu"], "seed": { "count": 2 } },
          "pipeline": [
            { "step": "Mlp", "nonlinearity": "$nonlinearity", "hiddenWidths": [8], "optimizer": "Sgd", "learningRate": 0.1, "epochs": 3, "seed": "$seed", "checkpointEpochs": [0, 1] },
            { "step": "Alignment", "embeddings": ["Hidden1"], "conditions": ["Condition"], "input": "Features", "target": "Label" },
            { "step": "Dynamics", "conditions": ["Condition"], "neurons": 20, "samples": 5, "gridPoints": 5, "trajectories": 4 }
          ]
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("geometry-report-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_a_run_writes_has_charts()
    {
        Pipeline pipeline = Pipeline.Parse(Encoding.UTF8.GetBytes(Text), Path.Combine(_folder, "small one.json"), seed: 3);
        ExperimentResult result = Experiment.Run(pipeline, new RunOptions { Threads = 1 });
        using (ResultFolder folder = ResultFolder.Open(_folder))
        {
            folder.Write(result.Rows, Manifest.Of(pipeline, result), result.Tables);
        }

        PipelineResults read = ReportContents.Read(_folder).Pipelines.ShouldHaveSingleItem();
        read.Rows.Select(row => row with { Setting = "", Warnings = [] }).ShouldBe(result.Rows.Select(row => row with { Setting = "", Warnings = [] }));
        read.Tables.Select(table => table.Name).ShouldBe(["comparison", "field", "selectivity", "trajectories"]);
        read.Run!.Command.ShouldBe($"geometry run '{Path.Combine(_folder, "small one.json")}' --seed 3");
        read.Run.Replicates.ShouldBe(["seed"]);
        IReadOnlyList<Chart> charts = ReportCharts.Of(read);
        charts.Select(chart => chart.Id).ShouldBe(["training", "nonlinearities", "nonlinearities-dynamics", "nonlinearities-simplification", "alignment-plane", "weight-plane", "selectivity", "course", "comparison"], ignoreOrder: true);
        foreach (Chart chart in charts)
        {
            ChartChecks.Check(chart);
        }
    }
}
