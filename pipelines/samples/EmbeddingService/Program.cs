using EmbeddingService;
using TorchSharp;

// Requests use the cores side by side; operators that split their work over all of them as well would only get in each other's way.
torch.set_num_threads(1);
try
{
    await using WebApplication service = Service.Create(args);
    Console.WriteLine(service.Services.GetRequiredService<ServedModel>());
    await service.RunAsync();
    return 0;
}
catch (Exception e) when (e is ServiceStartException or IOException)
{
    Console.Error.WriteLine($"EmbeddingService: {e.Message}");
    return 2;
}
