namespace Microsoft.ML.Runtime;

/// <summary>Pipes: one of channel messages is a channel; nobody listens to the others.</summary>
internal static class Pipes
{
    public static IPipe<TMessage> Start<TMessage>(HostEnvironment environment, string parentName, string name)
    {
        Check.NonEmpty(name, nameof(name));
        return typeof(TMessage) == typeof(ChannelMessage)
            ? (IPipe<TMessage>)(object)new Channel(environment, parentName, name)
            : new SilentPipe<TMessage>(environment.Context, name);
    }

    private sealed class SilentPipe<TMessage>(IExceptionContext context, string name) : IPipe<TMessage>
    {
        public string ContextDescription => name;

        public TException Process<TException>(TException ex)
            where TException : Exception => context.Process(ex);

        public void Send(TMessage msg)
        {
        }

        public void Dispose()
        {
        }
    }
}
