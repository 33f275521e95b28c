using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Geometry.MLNet;
using Microsoft.ML;

namespace EmbeddingService.Tests;

/// <summary>How the service starts and ends.</summary>
public sealed class LifetimeTests(SavedModels models) : IClassFixture<SavedModels>
{
    [Fact]
    public void Without_a_model_it_does_not_start() =>
        Should.Throw<ServiceStartException>(() => Service.Create([])).Message.ShouldBe("name the model: --model FILE.");

    [Fact]
    public void A_model_that_cannot_be_loaded_is_named()
    {
        string none = models.Path("none.zip"), text = models.Path("text.zip");
        File.WriteAllText(text, "not a model");

        Should.Throw<ServiceStartException>(() => Service.Create(["--model", none])).Message.ShouldStartWith($"the model '{none}' cannot be served: ");
        Should.Throw<ServiceStartException>(() => Service.Create(["--model", text])).Message.ShouldStartWith($"the model '{text}' cannot be served: ");
    }

    [Fact]
    public void A_column_that_is_not_there_is_named() =>
        Should.Throw<ServiceStartException>(() => Service.Create(["--model", models.BinaryPath, "--features", "Pixels"])).Message
            .ShouldBe("the model's input has no column 'Pixels' of numbers. It has Features; name one with --features.");

    [Fact]
    public void A_model_that_needs_more_than_the_numbers_is_refused()
    {
        string path = models.Path("label.zip");
        ITransformer model = models.ML.Transforms.CopyColumns("Copy", "Label").Append(models.ML.Geometry.Networks.Mlp(hiddenWidths: [4])).Fit(models.Data);
        models.ML.Geometry.Model.Save(model, models.Data.Schema, path);

        Should.Throw<ServiceStartException>(() => Service.Create(["--model", path])).Message.ShouldSatisfyAllConditions(
            message => message.ShouldStartWith($"the model '{path}' cannot be served: "), message => message.ShouldContain("'Label'"));
    }

    [Fact]
    public async Task A_request_that_is_under_way_is_answered_before_the_end()
    {
        await using RunningService running = await RunningService.StartAsync("--model", models.BinaryPath);
        var content = new HaltingContent(System.Text.Json.JsonSerializer.Serialize(models.Rows[0]));
        Task<HttpResponseMessage> answer = running.Client.PostAsync("/predict", content);
        await content.IsHalfSent;

        Task stop = running.Service.StopAsync();
        await Should.ThrowAsync<HttpRequestException>(async () =>
        {
            // The port is closed some time after the request to stop.
            while (true)
            {
                using var client = new HttpClient { BaseAddress = running.Client.BaseAddress };
                (await client.GetAsync(new Uri("/health", UriKind.Relative))).Dispose();
            }
        });
        stop.IsCompleted.ShouldBeFalse();
        content.GoOn();

        (await answer).StatusCode.ShouldBe(HttpStatusCode.OK);
        await stop;
    }

    [Fact]
    public async Task A_process_ends_in_order_when_it_is_asked_to()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using Process process = Start("--model", models.BinaryPath, "--urls", "http://127.0.0.1:0");
        (await process.StandardOutput.ReadLineAsync()).ShouldBe("Serving rows of 12 numbers (Features); layers Features (12), Hidden1 (16), Hidden2 (8); classes false, true");
        string line = "";
        while (!line.Contains("http://", StringComparison.Ordinal))
        {
            line = (await process.StandardOutput.ReadLineAsync()).ShouldNotBeNull();
        }

        using var client = new HttpClient { BaseAddress = new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..]) };
        using HttpResponseMessage answer = await client.PostAsJsonAsync("/predict", models.Rows[0]);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);

        Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_process_that_cannot_start_says_why()
    {
        using Process process = Start("--model", "none.zip");

        string error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        process.ExitCode.ShouldBe(2);
        error.ShouldStartWith("EmbeddingService: the model 'none.zip' cannot be served: ");
        error.ShouldNotContain("   at ");
    }

    private static Process Start(params string[] args) => Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "EmbeddingService.dll"), .. args])
    {
        RedirectStandardOutput = true, RedirectStandardError = true,
    })!;

    // Sends one half of a text, and the other when it is told to.
    private sealed class HaltingContent(string text) : HttpContent
    {
        private readonly TaskCompletionSource _isHalfSent = new(), _goOn = new();

        public Task IsHalfSent => _isHalfSent.Task;

        public void GoOn() => _goOn.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            await stream.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
            await stream.FlushAsync();
            _isHalfSent.SetResult();
            await _goOn.Task;
            await stream.WriteAsync(bytes.AsMemory(bytes.Length / 2));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
