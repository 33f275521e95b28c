namespace Microsoft.ML.Data;

/// <summary>The object whose members the getters made for it read; it changes from row to row.</summary>
internal sealed class RowBox<TRow>
    where TRow : class
{
    public TRow Value { get; set; }
}
