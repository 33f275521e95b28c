using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace EmbeddingService.Tests;

/// <summary>Requests that cannot be answered get a message that says why.</summary>
public sealed class BadRequestTests(SavedModels models) : IClassFixture<SavedModels>
{
    [Theory]
    [InlineData("", "The body is not JSON")]
    [InlineData("[1, 2", "The body is not JSON")]
    [InlineData("row", "The body is not JSON")]
    [InlineData("[[1]] more", "Row 1 is 1 long; the model takes 12 numbers.")]
    [InlineData("{\"row\": [1]}", "The body must be a row of 12 numbers")]
    [InlineData("5", "The body must be a row of 12 numbers")]
    [InlineData("[]", "There are no rows")]
    [InlineData("[[]]", "Row 1 is 0 long; the model takes 12 numbers.")]
    [InlineData("[1, 2, 3]", "Row 1 is 3 long; the model takes 12 numbers.")]
    [InlineData("[[0,0,0,0,0,0,0,0,0,0,0,0], [1, 2]]", "Row 2 is 2 long; the model takes 12 numbers.")]
    [InlineData("[[0,0,0,0,0,0,0,0,0,0,0,0], 7]", "Row 2 is not a list of numbers.")]
    [InlineData("[0,0,0,0,0,0,0,0,0,0,0,0,0]", "Row 1 is longer than 12; the model takes 12 numbers.")]
    [InlineData("[0,0,0,NaN,0,0,0,0,0,0,0,0]", "The body is not JSON")]
    [InlineData("[0,0,0,1e400,0,0,0,0,0,0,0,0]", "Row 1, number 4: 1e400 is not a finite number of single precision.")]
    [InlineData("[0,0,0,-1e39,0,0,0,0,0,0,0,0]", "Row 1, number 4: -1e39 is not a finite number of single precision.")]
    [InlineData("[0,\"one\",0,0,0,0,0,0,0,0,0,0]", "Row 1, number 2: one is not a finite number of single precision.")]
    [InlineData("[0,null,0,0,0,0,0,0,0,0,0,0]", "Row 1, number 2: null is not a finite number of single precision.")]
    [InlineData("[0,[1],0,0,0,0,0,0,0,0,0,0]", "Row 1, number 2: a list is not a finite number of single precision.")]
    [InlineData("[0,0,0,0,0,0,0,0,0,0,0,0] 5", "The body is not JSON")]
    public async Task Bodies_that_are_no_rows(string body, string message)
    {
        await using RunningService running = await RunningService.StartAsync("--model", models.BinaryPath);

        foreach (string path in (string[])["/predict", "/embed?layer=Hidden1"])
        {
            using HttpResponseMessage response = await running.Client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"));
            await ShouldBeProblem(response, HttpStatusCode.BadRequest, message);
        }

        (await running.PostAsync("/predict", models.Rows[0])).GetProperty("score").ValueKind.ShouldBe(JsonValueKind.Number, "the service goes on");
    }

    [Theory]
    [InlineData("/embed?layer=Hidden9", "There is no layer 'Hidden9': /embed?layer=NAME, with one of Features, Hidden1, Hidden2.")]
    [InlineData("/embed", "Name a layer: /embed?layer=NAME, with one of Features, Hidden1, Hidden2.")]
    public async Task Layers_that_are_not_there(string path, string message)
    {
        await using RunningService running = await RunningService.StartAsync("--model", models.BinaryPath);

        using HttpResponseMessage response = await running.Client.PostAsJsonAsync(path, models.Rows[0]);

        await ShouldBeProblem(response, HttpStatusCode.BadRequest, message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Bodies_that_are_too_large(bool isChunked)
    {
        await using RunningService running = await RunningService.StartAsync("--model", models.BinaryPath, "--maxBodyBytes", "10000");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/predict") { Content = new StringContent($"[{new string(' ', 20000)}]") };
        request.Headers.TransferEncodingChunked = isChunked;

        using HttpResponseMessage response = await running.Client.SendAsync(request);

        await ShouldBeProblem(response, HttpStatusCode.RequestEntityTooLarge, "too large");
    }

    [Theory]
    [InlineData("GET", "/predict", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/train", HttpStatusCode.NotFound)]
    public async Task Paths_and_methods_that_are_not_there(string method, string path, HttpStatusCode status)
    {
        await using RunningService running = await RunningService.StartAsync("--model", models.BinaryPath);

        using HttpResponseMessage response = await running.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        await ShouldBeProblem(response, status, "");
    }

    private static async Task ShouldBeProblem(HttpResponseMessage response, HttpStatusCode status, string message)
    {
        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        JsonElement problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        if (message.Length > 0)
        {
            problem.GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain(message);
        }
    }
}
