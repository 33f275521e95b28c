using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Geometry.Networks;
using Geometry.Scores;
using Geometry.Tasks;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Geometry.MLNet.Tests.Documentation;

/// <summary>The example of the README is the code below, compiled and run.</summary>
public sealed class ReadmeExampleTests
{
    [Fact]
    public void The_example_runs_and_gives_every_score()
    {
        // README
        var ml = new MLContext(seed: 1);
        IDataView data = ml.Geometry.Data.FromTask(new UnstructuredBinaryTask { Dimensions = 100, Noise = 0.5 }, rows: 5000, seed: 1);
        var split = ml.Data.TrainTestSplit(data);

        var pipeline = ml.Transforms.NormalizeMeanVariance("Features")
            .Append(ml.Geometry.Networks.Mlp("Label", "Features", new MlpOptions { HiddenWidths = [128], Nonlinearity = Nonlinearity.Tanh }))
            .Append(ml.Geometry.Scores.Decodability("Hidden1", conditions: ["Condition"]), TransformerScope.Testing)
            .Append(ml.Geometry.Scores.Ccgp("Hidden1", conditions: ["Condition"], target: "Label"), TransformerScope.Testing)
            .Append(ml.Geometry.Scores.Alignment("Hidden1", conditions: ["Condition"], input: "Features", target: "Label"), TransformerScope.Testing);

        var model = pipeline.Fit(split.TrainSet);
        ScoreTable scores = ml.Geometry.Scores.Collect(model.Transform(split.TestSet));
        foreach (ScoreRow row in scores.Rows)
        {
            Console.WriteLine($"{row.Embedding} {row.Entry.Score} {row.Entry.Variant} {row.Entry.Target}: {row.Entry.Value}");
        }
        // END

        scores.Rows.Count.ShouldBe(4 + 1 + 2);
        scores.Rows.ShouldAllBe(row => row.Entry.Value.IsDefined);
        scores.Value("Hidden1", "alignment", "Label").Value.ShouldBeGreaterThan(scores.Value("Hidden1", "alignment", "Features").Value);
    }

    [Fact]
    public void The_example_of_all_scores_runs()
    {
        var ml = new MLContext(seed: 1);
        IDataView rows = ml.Geometry.Data.FromTask(new UnstructuredBinaryTask { Dimensions = 10, Noise = 0.5 }, rows: 200, seed: 1);
        IDataView view = ml.Geometry.Networks.Mlp("Label", "Features", new MlpOptions { HiddenWidths = [6, 5], Epochs = 2 }).Fit(rows).Transform(rows);

        // README SCORES
        ScoreTable table = ml.Geometry.Scores.Evaluate(view,
            ml.Geometry.Scores.Alignment("Hidden1", ["Condition"], input: "Features", target: "Label"),
            ml.Geometry.Scores.Decodability("Hidden1", ["Condition"], target: "Label"),
            ml.Geometry.Scores.Shattering("Hidden1", ["Condition"], target: "Label"),
            ml.Geometry.Scores.Ccgp("Hidden1", ["Condition"], target: "Label"),
            ml.Geometry.Scores.Parallelism("Hidden1", ["Condition"], target: "Label"),
            ml.Geometry.Scores.Dimension("Hidden1", ["Condition"]),
            ml.Geometry.Scores.Collapse("Hidden1", ["Condition"], target: "Label"),
            ml.Geometry.Scores.Rdm("Hidden1", ["Condition"], input: "Features", target: "Label"),
            ml.Geometry.Scores.Alignment("Hidden1", ["Condition"], target: "Label").WithNull(new NullOptions { Draws = 200 }).WithInterval(new ResamplingOptions()));
        // END

        table.Rows.Select(row => row.Entry.Score).Distinct().Order().ShouldBe(ScoreCatalog.All.Select(score => score.Name).Order());
    }

    [Fact]
    public void The_example_of_onnx_writes_its_files()
    {
        var ml = new MLContext(seed: 1);
        IDataView data = ml.Geometry.Data.FromTask(new UnstructuredBinaryTask { Dimensions = 10, Noise = 0.5 }, rows: 200, seed: 1);
        try
        {
            // README ONNX
            MlpTransformer network = ml.Geometry.Networks.Mlp("Label", "Features", [64, 32], Nonlinearity.Gelu).Fit(data);
            ml.Geometry.Model.ConvertToOnnx(network, "network.onnx");   // Features -> Hidden1, Hidden2, Score, Probability, PredictedLabel
            ml.Geometry.Model.ConvertToOnnx(network, "embedding.onnx", new OnnxExportOptions { OutputColumnNames = ["Hidden1"] });
            // END

            network.OutputColumnNames.ShouldBe(["Hidden1", "Hidden2", "Score", "Probability", "PredictedLabel"]);
            new FileInfo("network.onnx").Length.ShouldBeGreaterThan(new FileInfo("embedding.onnx").Length);
        }
        finally
        {
            File.Delete("network.onnx");
            File.Delete("embedding.onnx");
        }
    }

    [Fact]
    public void The_example_of_keeping_a_model_runs()
    {
        var ml = new MLContext(seed: 1);
        IDataView data = ml.Geometry.Data.FromTask(new UnstructuredBinaryTask { Dimensions = 10, Noise = 0.5 }, rows: 200, seed: 1);
        var model = ml.Geometry.Networks.Mlp("Label", "Features", [6]).Append(ml.Geometry.Scores.Dimension("Hidden1", ["Condition"]), TransformerScope.Testing).Fit(data);
        try
        {
            // README KEEP
            ml.Geometry.Model.Save(model.GetModelFor(TransformerScope.Scoring), data.Schema, "model.zip");
            ITransformer loaded = ml.Geometry.Model.Load("model.zip", out DataViewSchema inputSchema);
            IDataView again = loaded.Transform(data);   // the same columns, to the bit
            // END

            again.GetColumn<float[]>("Hidden1").SelectMany(row => row).ShouldBe(model.Transform(data).GetColumn<float[]>("Hidden1").SelectMany(row => row));
            inputSchema.Select(column => column.Name).ShouldBe(data.Schema.Select(column => column.Name));
        }
        finally
        {
            File.Delete("model.zip");
        }
    }

    [Theory]
    [InlineData("Model.Save(", "README KEEP")]
    [InlineData("ConvertToOnnx", "README ONNX")]
    [InlineData("var ml = new MLContext", "README")]
    [InlineData("ScoreTable table = ml", "README SCORES")]
    public void The_readme_shows_the_code_that_is_run(string beginning, string mark)
    {
        string example = Regex.Matches(File.ReadAllText(Path.Combine(Folder(), "../../../README.md")), "```csharp\n(.*?)```", RegexOptions.Singleline)
            .Select(match => match.Groups[1].Value).First(block => block.Contains(beginning, StringComparison.Ordinal));
        string source = Regex.Match(File.ReadAllText(Path.Combine(Folder(), "ReadmeExampleTests.cs")), $"// {mark}\n(.*?)// END", RegexOptions.Singleline).Groups[1].Value;

        string[] Lines(string text) => [.. text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("using ", StringComparison.Ordinal))];

        Lines(example).ShouldBe(Lines(source));
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
