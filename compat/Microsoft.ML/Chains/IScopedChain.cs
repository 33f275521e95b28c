namespace Microsoft.ML.Data;

/// <summary>A transformer chain, whatever the type of its last transformer.</summary>
internal interface IScopedChain
{
    IReadOnlyList<TransformerScope> Scopes { get; }
}
