using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;

namespace EmbeddingService.Tests;

/// <summary>The service on a free port of the loopback interface, with a client.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    private RunningService(WebApplication service)
    {
        Service = service;
        Client = new HttpClient { BaseAddress = new Uri(service.Urls.Single()) };
    }

    public WebApplication Service { get; }

    public HttpClient Client { get; }

    public static async Task<RunningService> StartAsync(params string[] args)
    {
        WebApplication service = EmbeddingService.Service.Create([.. args, "--urls", "http://127.0.0.1:0"]);
        await service.StartAsync();
        return new RunningService(service);
    }

    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using HttpResponseMessage response = await Client.PostAsJsonAsync(path, body);
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Service.DisposeAsync();
    }
}
