namespace Microsoft.ML.Runtime;

/// <summary>Takes progress reports; they do not reach the log of a context.</summary>
internal sealed class ProgressChannel : IProgressChannel
{
    public ProgressChannel(string name) => Check.NonEmpty(name, nameof(name));

    public void SetHeader(ProgressHeader header, Action<IProgressEntry> fillAction)
    {
    }

    public void Checkpoint(params double?[] values)
    {
    }

    public IProgressChannel StartProgressChannel(string name) => new ProgressChannel(name);

    public void Dispose()
    {
    }
}
