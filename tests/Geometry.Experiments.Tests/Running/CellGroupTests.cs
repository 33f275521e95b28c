namespace Geometry.Experiments.Tests;

public class CellGroupTests
{
    private const string Data = "{ \"source\": \"task\", \"name\": \"UnstructuredBinary\", \"parameters\": { \"dimensions\": 10, \"seed\": \"$task\" }, \"trainRows\": 60, \"testRows\": 80 }";

    // Random and other steps, scores and caches on both sides of the network.
    private const string Steps = """
        { "step": "NormalizeMeanVariance", "outputColumnName": "Features" },
        { "step": "AveragedPerceptron", "numberOfIterations": 1 },
        { "step": "Decodability", "embeddings": ["Features"], "conditions": ["Condition"], "target": "Label", "folds": 2 },
        { "step": "AppendCacheCheckpoint" },
        { "step": "Mlp", "hiddenWidths": [8, 4], "nonlinearity": "$nonlinearity", "epochs": 3, "checkpointEpochs": [1], "batchSize": 20 },
        { "step": "AppendCacheCheckpoint" },
        { "step": "AveragedPerceptron", "featureColumnName": "Hidden2", "numberOfIterations": 1 },
        { "step": "CopyColumns", "outputColumnName": "Outputs", "inputColumnName": "Hidden2" },
        { "step": "Mlp", "featureColumnName": "Outputs", "hiddenWidths": [3], "epochs": 2, "checkpointEpochs": [0] },
        { "step": "Decodability", "embeddings": ["Features", "Hidden1"], "conditions": ["Condition"], "target": "Label", "folds": 2 },
        { "step": "Alignment", "embeddings": ["Hidden1"], "conditions": ["Condition"], "target": "Label" }
        """;

    [Fact]
    public void Cells_that_differ_from_the_network_on_share_what_comes_before_it()
    {
        string steps = Steps.Replace("""{ "step": "AveragedPerceptron", "numberOfIterations": 1 },""", "", StringComparison.Ordinal);

        Groups(Text("\"task\": [5, 6], \"nonlinearity\": [\"tanh\", \"relu\"], \"seed\": [1, 2]", steps)).ShouldBe(
        [
            ["task=5;nonlinearity=tanh;seed=1", "task=5;nonlinearity=tanh;seed=2", "task=5;nonlinearity=relu;seed=1", "task=5;nonlinearity=relu;seed=2"],
            ["task=6;nonlinearity=tanh;seed=1", "task=6;nonlinearity=tanh;seed=2", "task=6;nonlinearity=relu;seed=1", "task=6;nonlinearity=relu;seed=2"],
        ]);
    }

    [Fact]
    public void Cells_are_apart_where_data_earlier_steps_or_what_the_network_reads_differ()
    {
        string mlp = Steps[Steps.IndexOf("{ \"step\": \"Mlp\"", StringComparison.Ordinal)..];
        string columns = "{ \"step\": \"CopyColumns\", \"outputColumnName\": \"Other\", \"inputColumnName\": \"Features\" },";
        string sweep = "\"task\": [5], \"nonlinearity\": [\"tanh\", \"relu\"], ";

        Sizes(Text("\"task\": [5, 6], \"nonlinearity\": [\"tanh\", \"relu\"]", mlp)).ShouldBe([2, 2]);
        Sizes(Text(sweep + "\"x\": [true, false]", "{ \"step\": \"NormalizeMinMax\", \"outputColumnName\": \"Features\", \"fixZero\": \"$x\" }," + mlp)).ShouldBe([2, 2]);
        Sizes(Text(sweep + "\"x\": [\"Features\", \"Other\"]", columns + mlp.Replace("\"hiddenWidths\": [8", "\"featureColumnName\": \"$x\", \"hiddenWidths\": [8", StringComparison.Ordinal)))
            .ShouldBe([2, 2]);
        Sizes(Text(sweep + "\"x\": [\"MeanSquaredError\", \"BinaryCrossEntropy\"]", mlp.Replace("\"hiddenWidths\": [8", "\"loss\": \"$x\", \"hiddenWidths\": [8", StringComparison.Ordinal)))
            .ShouldBe([2, 2]);
        Sizes(Text(sweep + "\"x\": [1, 0.5], \"seed\": [1, 2]", mlp.Replace("\"hiddenWidths\": [8", "\"inputNoise\": \"$x\", \"hiddenWidths\": [8", StringComparison.Ordinal)))
            .ShouldBe([8]);
    }

    [Fact]
    public void Cells_without_a_network_or_with_a_random_step_before_it_that_starts_from_another_seed_are_apart()
    {
        Sizes(Text("\"task\": [5], \"nonlinearity\": [\"tanh\", \"relu\"], \"seed\": [1, 2, 3]", Steps)).ShouldBe([2, 2, 2]);
        Sizes(Text("\"task\": [5], \"folds\": [2, 3, 4]",
            """{ "step": "Decodability", "embeddings": ["Features"], "conditions": ["Condition"], "target": "Label", "folds": "$folds" }""")).ShouldBe([1, 1, 1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Scores_of_a_cell_are_the_same_alone_and_in_a_group(int threads)
    {
        string together = Csv(Text("\"task\": [5, 6], \"nonlinearity\": [\"tanh\", \"relu\"], \"seed\": [1, 2]", Steps), threads);

        IEnumerable<string> alone =
            from task in new[] { 5, 6 }
            from nonlinearity in new[] { "tanh", "relu" }
            from seed in new[] { 1, 2 }
            select Csv(Text($"\"task\": [{task}], \"nonlinearity\": [\"{nonlinearity}\"], \"seed\": [{seed}]", Steps), 1);
        Rows(together).Count().ShouldBe(8 * (1 + 2 + 1) * 2);
        alone.SelectMany(Rows).ShouldBe(Rows(together));
    }

    [Fact]
    public void Cells_of_convolutional_networks_share_their_images_and_score_as_alone()
    {
        const string Steps = """
            { "step": "Convolutional", "architecture": "$architecture", "nonlinearity": "$nonlinearity", "epochs": 1 },
            { "step": "Alignment", "embeddings": ["Pool1"], "conditions": ["Condition"], "input": "Features", "target": "Label" }
            """;
        static string Pipeline(string architecture, string nonlinearity) =>
            $$"""
            { "name": "groups", "seed": 3,
              "data": { "source": "task", "name": "Gratings", "parameters": { "size": 8, "channels": 1, "latents": ["Orientation", "Phase"] }, "trainRows": 40, "testRows": 40 },
              "sweep": { "architecture": [{{architecture}}], "nonlinearity": [{{nonlinearity}}] }, "pipeline": [ {{Steps}} ] }
            """;
        string all = Pipeline("\"conv(4) pool\", \"conv(2) pool dense(3)\"", "\"tanh\", \"relu\"");

        Sizes(all).ShouldBe([4]);
        IEnumerable<string> alone =
            from architecture in new[] { "conv(4) pool", "conv(2) pool dense(3)" }
            from nonlinearity in new[] { "tanh", "relu" }
            select Csv(Pipeline($"\"{architecture}\"", $"\"{nonlinearity}\""), 1);
        alone.SelectMany(Rows).ShouldBe(Rows(Csv(all, 2)));
    }

    private static string Text(string sweep, string steps) =>
        $$"""{ "name": "groups", "seed": 3, "data": {{Data}}, "sweep": { {{sweep}} }, "pipeline": [ {{steps}} ] }""";

    private static string[][] Groups(string text) => [.. CellGroup.Of(PipelineText.Read(text).Cells).Select(group => group.Cells.Select(cell => cell.Key).ToArray())];

    private static int[] Sizes(string text) => [.. Groups(text).Select(group => group.Length)];

    private static IEnumerable<string> Rows(string csv) => csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);

    private static string Csv(string text, int threads)
    {
        using var writer = new StringWriter();
        ScoresCsv.Write(Experiment.Run(PipelineText.Read(text), new RunOptions { Threads = threads }).Rows, writer);
        return writer.ToString();
    }
}
