namespace Microsoft.ML.Runtime;

/// <summary>A named component of a context, with random numbers of its own.</summary>
internal sealed class Host(HostEnvironment environment, string parentName, string name, Random random) : IHost
{
    private readonly string _fullName = parentName is null ? name : parentName + "; " + name;

    public HostEnvironment Environment => environment;

    public Random Rand => random;

    public ComponentCatalog ComponentCatalog => environment.ComponentCatalog;

    public string ContextDescription => _fullName;

    public TException Process<TException>(TException ex)
        where TException : Exception => environment.Context.Process(ex);

    public IHost Register(string name, int? seed = null, bool? verbose = null) => environment.Register(_fullName, random, name, seed);

    public IChannel Start(string name) => new Channel(environment, _fullName, name);

    public IPipe<TMessage> StartPipe<TMessage>(string name) => Pipes.Start<TMessage>(environment, _fullName, name);

    public IProgressChannel StartProgressChannel(string name) => new ProgressChannel(name);
}
