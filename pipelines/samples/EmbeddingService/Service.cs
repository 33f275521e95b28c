namespace EmbeddingService;

/// <summary>The HTTP service: a saved pipeline behind a few endpoints.</summary>
public static class Service
{
    private const long DefaultBodyBytes = 4 << 20;

    /// <summary>Loads the model and makes the service.</summary>
    /// <param name="args">--model FILE; --features COLUMN where the model's input has several vectors; --maxBodyBytes N; and ASP.NET Core's own, such as --urls.</param>
    /// <returns>The service, which is not started yet.</returns>
    /// <exception cref="ServiceStartException">There is no model, or it cannot be served.</exception>
    public static WebApplication Create(string[] args)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
        ServedModel model = ServedModel.Load(
            builder.Configuration["model"] ?? throw new ServiceStartException("name the model: --model FILE."), builder.Configuration["features"]);
        builder.Services.AddSingleton(model);
        builder.Services.AddHealthChecks();
        builder.Services.AddProblemDetails();
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = builder.Configuration.GetValue("maxBodyBytes", DefaultBodyBytes));
        WebApplication service = builder.Build();
        service.Use(RefuseAsync);
        service.UseStatusCodePages();
        service.MapHealthChecks("/health");
        service.MapGet("/", () => model.Description);
        service.MapPost("/predict", async (HttpRequest request) => (await RowReader.ReadAsync(request, model.Width)).Answer(model.Predict));
        service.MapPost("/embed", async (HttpRequest request, string? layer) =>
        {
            Embedder embedder = model.EmbedderOf(layer);
            return (await RowReader.ReadAsync(request, model.Width)).Answer(embedder.Embed);
        });
        return service;
    }

    // Kestrel's own refusals, such as that of a body that is too large, are of this type, too.
    private static async Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await Results.Problem(e.Message, statusCode: e.StatusCode).ExecuteAsync(context);
        }
    }
}
