namespace Microsoft.ML.Runtime;

/// <summary>What a context and every host below it share, and the root of their names and random numbers.</summary>
internal sealed class HostEnvironment(int? seed, IExceptionContext context, Action<string, ChannelMessage> log)
{
    private readonly Lock _gate = new();
    private readonly Random _random = seed is int value ? new Random(value) : new Random();

    public int? Seed { get; } = seed;

    public IExceptionContext Context { get; } = context;

    public ComponentCatalog ComponentCatalog { get; } = new();

    public int? GpuDeviceId { get; set; }

    public bool FallbackToCpu { get; set; }

    public string TempFilePath { get; set; } = Path.GetTempPath();

    public void Send(string source, ChannelMessage message) => log(source, message);

    public IHost Register(string parentName, Random parent, string name, int? seed)
    {
        Check.NonEmpty(name, nameof(name));
        lock (_gate)
            return new Host(this, parentName, name, new Random(seed ?? (parent ?? _random).Next()));
    }
}
