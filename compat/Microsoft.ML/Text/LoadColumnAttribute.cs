namespace Microsoft.ML.Data;

[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property, AllowMultiple = false, Inherited = true)]
public sealed class LoadColumnAttribute : Attribute
{
    public LoadColumnAttribute(int fieldIndex) => Sources = [new TextLoader.Range(fieldIndex)];

    public LoadColumnAttribute(int start, int end) => Sources = [new TextLoader.Range(start, end)];

    public LoadColumnAttribute(int[] columnIndexes)
    {
        Check.Value(columnIndexes, nameof(columnIndexes));
        Sources = [.. columnIndexes.Select(i => new TextLoader.Range(i))];
    }

    internal TextLoader.Range[] Sources { get; }
}
