namespace Microsoft.ML.Data;

public sealed class KeyCount
{
    public readonly ulong? Count;

    public KeyCount()
    {
    }

    public KeyCount(ulong count)
    {
        Check.Param(count > 0, nameof(count), "Cardinality of key must be greater than zero");
        Count = count;
    }
}
