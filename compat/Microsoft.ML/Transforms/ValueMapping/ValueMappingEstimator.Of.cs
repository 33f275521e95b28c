namespace Microsoft.ML.Transforms;

/// <summary>A value mapping from pairs of .NET values.</summary>
public sealed class ValueMappingEstimator<TKey, TValue> : ValueMappingEstimator
{
    internal ValueMappingEstimator(IHostEnvironment env, ValueLookup lookup, (string outputColumnName, string inputColumnName)[] columns)
        : base(env, lookup, columns)
    {
    }
}
