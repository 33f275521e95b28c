namespace Microsoft.ML;

public sealed partial class MLContext : IHostEnvironment
{
    private readonly Lock _optionsGate = new();
    private readonly Dictionary<string, object> _options = [];

    public MLContext(int? seed = null)
    {
        Root = new HostEnvironment(seed, this, Report);
        MakeCatalogs();
    }

    public event EventHandler<LoggingEventArgs> Log;

    public ComponentCatalog ComponentCatalog => Root.ComponentCatalog;

    public string TempFilePath
    {
        get => Root.TempFilePath;
        set => Root.TempFilePath = value;
    }

    public int? GpuDeviceId
    {
        get => Root.GpuDeviceId;
        set => Root.GpuDeviceId = value;
    }

    public bool FallbackToCpu
    {
        get => Root.FallbackToCpu;
        set => Root.FallbackToCpu = value;
    }

    string IExceptionContext.ContextDescription => nameof(MLContext);

    internal HostEnvironment Root { get; }

    IHost IHostEnvironment.Register(string name, int? seed, bool? verbose) => Root.Register(null, null, name, seed);

    IChannel IChannelProvider.Start(string name) => new Channel(Root, null, name);

    IPipe<TMessage> IChannelProvider.StartPipe<TMessage>(string name) => Pipes.Start<TMessage>(Root, null, name);

    IProgressChannel IProgressChannelProvider.StartProgressChannel(string name) => new ProgressChannel(name);

    TException IExceptionContext.Process<TException>(TException ex) => ex;

    public bool TryAddOption<T>(string name, T value)
    {
        lock (_optionsGate)
            return _options.TryAdd(name, value);
    }

    public void SetOption<T>(string name, T value)
    {
        lock (_optionsGate)
            _options[name] = value;
    }

    public bool TryGetOption<T>(string name, out T value)
    {
        lock (_optionsGate)
        {
            bool found = _options.TryGetValue(name, out object stored);
            value = found ? (T)stored : default;
            return found;
        }
    }

    public T GetOptionOrDefault<T>(string name) => TryGetOption(name, out T value) ? value : default;

    public bool RemoveOption(string name)
    {
        lock (_optionsGate)
            return _options.Remove(name);
    }

    private void Report(string source, ChannelMessage message) => Log?.Invoke(this, new LoggingEventArgs(message.Message, message.Kind, source));
}
