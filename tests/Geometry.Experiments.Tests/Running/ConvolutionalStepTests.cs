namespace Geometry.Experiments.Tests;

public class ConvolutionalStepTests
{
    private const string Text = """
        {
          "name": "images", "seed": 3,
          "data": { "source": "task", "name": "UnstructuredBinary", "parameters": { "dimensions": 48, "noise": 0.2, "seed": "$seed" }, "trainRows": 60, "testRows": 40 },
          "sweep": { "nonlinearity": ["tanh", "relu"] },
          "pipeline": [
            { "step": "Convolutional", "imageShape": [3, 4, 4], "architecture": "conv(4) pool residual(4) average dense(5)", "nonlinearity": "$nonlinearity", "epochs": 2,
              "batchSize": 16, "optimizer": "AdamW", "weightDecay": 0.01, "schedule": "Cosine", "validationFraction": 0.2, "meanLayers": ["Conv1"] },
            { "step": "Alignment", "embeddings": ["Conv1", "Block1", "Hidden1"], "conditions": ["Condition"], "target": "Label" }
          ]
        }
        """;

    [Fact]
    public void Its_layers_are_scored()
    {
        ExperimentResult result = Experiment.Run(PipelineText.Read(Text));

        result.Rows.Select(row => (row.Nonlinearity, row.Layer)).Distinct().ShouldBe(
            from nonlinearity in new[] { "tanh", "relu" } from layer in new[] { "Conv1", "Block1", "Hidden1" } select (nonlinearity, layer));
        result.Rows.ShouldAllBe(row => row.Seed == 3 && row.Epoch >= 1 && row.Epoch <= 2 && row.Value >= 0 && row.Value <= 1);
        Experiment.Run(PipelineText.Read(Text)).Rows.Select(row => row.Value).ShouldBe(result.Rows.Select(row => row.Value));
    }

    [Theory]
    [InlineData("conv(4) pool", "conv(4) poll", "'poll' is no part. Write conv(maps,kernel,stride), pool, ")]
    [InlineData("[3, 4, 4]", "[4, 4]", "ImageShape = [4, 4]: must be null, or channels, height and width")]
    [InlineData("[\"Conv1\"] }", "[\"Conv2\"] }", "Outputs.Layer = 'Conv2': must be a layer of the architecture")]
    [InlineData("\"AdamW\"", "\"Adamw2\"", "unknown optimizer 'Adamw2'; did you mean 'AdamW'?")]
    public void Problems_are_found_before_training(string from, string to, string problem) =>
        PipelineText.ProblemsOf(Text.Replace(from, to, StringComparison.Ordinal)).ShouldContain(text => text.Contains(problem));
}
