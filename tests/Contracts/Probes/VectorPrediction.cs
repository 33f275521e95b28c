namespace Contracts.Probes;

/// <summary>A prediction that is one vector, bound to a column by a schema definition.</summary>
public sealed class VectorPrediction
{
    public float[] Values { get; set; } = [];
}
