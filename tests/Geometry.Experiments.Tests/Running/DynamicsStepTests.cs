using Geometry.MLNet;

namespace Geometry.Experiments.Tests;

public sealed class DynamicsStepTests : IDisposable
{
    private const string Data = """
          "seed": 3,
          "data": { "source": "task", "name": "UnstructuredBinary", "parameters": { "dimensions": 20, "noise": 0.2, "seed": "$seed" }, "trainRows": 120, "testRows": 20 },
        """;

    private const string WithNetwork = "{ \"name\": \"dynamics\",\n" + Data + """
          "sweep": { "nonlinearity": ["tanh", "relu"], "widths": [[6], [6, 5]] },
          "pipeline": [
            { "step": "NormalizeMeanVariance", "outputColumnName": "Features" },
            { "step": "Mlp", "hiddenWidths": "$widths", "nonlinearity": "$nonlinearity", "epochs": 4, "optimizer": "Sgd", "learningRate": 0.1 },
            { "step": "Dynamics", "conditions": ["Condition"], "neurons": 30, "samples": 3, "gridPoints": 4, "trajectories": 5 }
          ]
        }
        """;

    private const string Alone = "{ \"name\": \"dynamics\",\n" + Data + """
          "sweep": { "nonlinearity": ["tanh", "clipped(0, inf, 0.1)"] },
          "pipeline": [ { "step": "Dynamics", "conditions": ["Condition"], "nonlinearity": "$nonlinearity", "neurons": 30, "gridPoints": 0, "noise": 0.5 } ]
        }
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("geometry").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_network_is_compared_with_its_simplified_dynamics()
    {
        ExperimentResult result = Experiment.Run(PipelineText.Read(WithNetwork));

        result.Tables.Select(table => table.Name).ShouldBe(["selectivity", "field", "trajectories", "comparison", "effective-weights"]);
        result.Tables.ShouldAllBe(table => table.Columns.Take(3).SequenceEqual(new[] { "cell", "nonlinearity", "seed" }));
        result.Tables.ShouldAllBe(table => table.Rows.All(row => row.Count == table.Columns.Count));
        Table(result, "field").Rows.Count.ShouldBe(4 * 2 * 16);
        Table(result, "trajectories").Rows.Count.ShouldBe(4 * 5 * 4);
        Table(result, "selectivity").Rows.Count.ShouldBe(4 * 4);
        Table(result, "comparison").Rows.Select(row => row[0]).Distinct().ShouldBe(["nonlinearity=tanh;widths=[6]", "nonlinearity=relu;widths=[6]"]);
        Table(result, "effective-weights").Rows.Count.ShouldBe(2 * 2 * 4 * (6 + 5));

        ResultRow[] selectivity = [.. result.Rows.Where(row => row is { Score: "selectivity", Nonlinearity: "relu" })];
        selectivity.Select(row => row.Variant).Take(3).ShouldBe(["all", "some", "none"]);
        selectivity.Take(3).Sum(row => row.Value!.Value).ShouldBe(1, 1e-12);
        ResultRow correlation = result.Rows.First(row => row is { Score: "simplified-training", Variant: "correlation/growth" });
        correlation.Value!.Value.ShouldBeInRange(0.5, 1);
        result.Rows.Last(row => row is { Score: "simplified-training", Variant: "correlation/growth" }).Reason
            .ShouldBe("the simplified dynamics are those of one hidden layer and the binary cross-entropy");
        result.Rows.Select(row => (row.Score, row.Variant)).Distinct().ShouldBe(
            DynamicsScoreReference.Rows.SelectMany(row => row[1].Split(", ").Select(variant => (row[0], variant))), ignoreOrder: true);
    }

    [Fact]
    public void Dynamics_need_no_network_and_name_their_nonlinearity()
    {
        ExperimentResult result = Experiment.Run(PipelineText.Read(Alone));

        result.Rows.Select(row => row.Nonlinearity).Distinct().ShouldBe(["tanh", "clipped(0, inf, 0.1, 0)"]);
        result.Rows.Select(row => row.Score).Distinct().ShouldBe(["selectivity", "escape", "simplified-alignment", "simplified-parallelism"]);
        result.Tables.Select(table => table.Name).ShouldBe(["selectivity", "trajectories"]);
    }

    [Fact]
    public void Tables_are_files_and_the_number_of_threads_does_not_change_a_byte()
    {
        string[][] files = [.. new[] { 1, 3 }.Select(threads =>
        {
            string path = Path.Combine(_root, $"{threads}");
            ExperimentResult result = Experiment.Run(PipelineText.Read(WithNetwork), new RunOptions { Threads = threads });
            using (ResultFolder folder = ResultFolder.Open(path))
            {
                folder.Write(result.Rows, "{}", result.Tables);
            }

            return Directory.GetFiles(path, "*.csv").Order(StringComparer.Ordinal).Select(file => $"{Path.GetFileName(file)}\n{File.ReadAllText(file)}").ToArray();
        })];

        files[0].Select(text => text.Split('\n')[0]).ShouldBe(
            ["comparison.csv", "effective-weights.csv", "field.csv", "scores.csv", "selectivity.csv", "trajectories.csv"]);
        files[1].ShouldBe(files[0]);
        files[0][2].ShouldStartWith("field.csv\ncell,nonlinearity,seed,target,preferred,inter,intra,inter_change,intra_change\n\"nonlinearity=tanh;widths=[6]\"".Replace("\"", "", StringComparison.Ordinal));
        files[0].ShouldAllBe(text => !text.Contains("NaN", StringComparison.Ordinal) && !text.Contains('\r'));
    }

    [Fact]
    public void Tables_of_cells_that_are_kept_are_the_same()
    {
        Pipeline pipeline = PipelineText.Read(Alone);
        ExperimentResult first = Run(pipeline), kept = Run(pipeline);

        kept.Tables.Count.ShouldBe(2);
        foreach ((ResultTable before, ResultTable after) in first.Tables.Zip(kept.Tables))
        {
            after.Columns.ShouldBe(before.Columns);
            after.Rows.SelectMany(row => row).ShouldBe(before.Rows.SelectMany(row => row));
        }
    }

    private ExperimentResult Run(Pipeline pipeline)
    {
        using ResultFolder folder = ResultFolder.Open(Path.Combine(_root, "kept"));
        using CellStore store = folder.OpenStore(pipeline);
        return Experiment.Run(pipeline, new RunOptions { Store = store });
    }

    private static ResultTable Table(ExperimentResult result, string name) => result.Tables.Single(table => table.Name == name);
}
