using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace EmbeddingService.Tests;

/// <summary>What the service answers is what the model computes, bit for bit, whoever asks at the same time.</summary>
public sealed class AnswerTests(SavedModels models) : IClassFixture<SavedModels>
{
    [Fact]
    public async Task The_description_says_what_is_served()
    {
        await using RunningService running = await RunningService.StartAsync("--model", models.SeveralPath);

        JsonElement description = await running.Client.GetFromJsonAsync<JsonElement>("/");

        (description.GetProperty("features").GetString(), description.GetProperty("width").GetInt32()).ShouldBe(("Features", SavedModels.Width));
        description.GetProperty("classes").EnumerateArray().Select(name => name.GetString()).ShouldBe(ClassesOf(models.Several));
        description.GetProperty("layers").EnumerateObject().Select(layer => (layer.Name, layer.Value.GetInt32()))
            .ShouldBe([("Features", SavedModels.Width), ("Hidden1", 16), ("Hidden2", 8), ("Score", ClassesOf(models.Several).Count)]);
    }

    [Fact]
    public async Task The_service_says_that_it_is_well()
    {
        await using RunningService running = await RunningService.StartAsync("--model", models.BinaryPath);

        (await running.Client.GetStringAsync("/health")).ShouldBe("Healthy");
    }

    [Fact]
    public async Task Predictions_are_the_model_s_own_for_many_clients_at_once()
    {
        await using RunningService running = await RunningService.StartAsync("--model", models.BinaryPath);
        IDataView predicted = models.Binary.Transform(models.Data);
        (bool, float, float)[] expected =
        [
            .. predicted.GetColumn<bool>(predicted.Schema["PredictedLabel"]).Zip(
                predicted.GetColumn<float>(predicted.Schema["Score"]), predicted.GetColumn<float>(predicted.Schema["Probability"])),
        ];

        // Each client has its own order, so that different rows are in the engines at any time.
        await Task.WhenAll(Enumerable.Range(0, 16).Select(client => Task.Run(async () =>
        {
            for (int i = 0; i < models.Rows.Count; i++)
            {
                int row = ((i * (client + 1)) + client) % models.Rows.Count;
                JsonElement answer = await running.PostAsync("/predict", models.Rows[row]);
                (answer.GetProperty("predictedLabel").GetBoolean(), answer.GetProperty("score").GetSingle(), answer.GetProperty("probability").GetSingle()).ShouldBe(expected[row]);
            }
        })));
    }

    [Fact]
    public async Task A_list_of_rows_gets_a_list_of_answers()
    {
        await using RunningService running = await RunningService.StartAsync("--model", models.SeveralPath);
        IDataView predicted = models.Several.Transform(models.Data);
        IReadOnlyList<string> classes = ClassesOf(models.Several);

        JsonElement[] answers = [.. (await running.PostAsync("/predict", models.Rows)).EnumerateArray()];

        answers.Select(answer => answer.GetProperty("predictedLabel").GetString()).ShouldBe(predicted.GetColumn<uint>(predicted.Schema["PredictedLabel"]).Select(key => classes[(int)key - 1]));
        answers.Select(answer => FloatsOf(answer.GetProperty("score"))).ShouldBe(predicted.GetColumn<float[]>(predicted.Schema["Score"]));
    }

    [Theory]
    [InlineData("Features")]
    [InlineData("Hidden1")]
    [InlineData("Hidden2")]
    public async Task Embeddings_are_the_layers(string layer)
    {
        await using RunningService running = await RunningService.StartAsync("--model", models.BinaryPath);
        IDataView embedded = models.Binary.Transform(models.Data);
        float[][] expected = [.. embedded.GetColumn<float[]>(embedded.Schema[layer])];

        (await running.PostAsync($"/embed?layer={layer}", models.Rows)).EnumerateArray().Select(FloatsOf).ShouldBe(expected);
        FloatsOf(await running.PostAsync($"/embed?layer={layer}", models.Rows[3])).ShouldBe(expected[3]);
    }

    private static float[] FloatsOf(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetSingle())];

    private IReadOnlyList<string> ClassesOf(ITransformer model)
    {
        VBuffer<ReadOnlyMemory<char>> names = default;
        model.GetOutputSchema(models.Data.Schema)["PredictedLabel"].GetKeyValues(ref names);
        return [.. names.DenseValues().Select(name => name.ToString())];
    }
}
