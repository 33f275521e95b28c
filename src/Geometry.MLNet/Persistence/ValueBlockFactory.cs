using System.ComponentModel;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace Geometry.MLNet.Persistence;

/// <summary>Makes the mapping that takes a block off the front of a vector.</summary>
/// <typeparam name="TBlock">The type that tells the size of the block.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ValueBlockFactory<TBlock> : CustomMappingFactory<RemainingValues, TBlock>
    where TBlock : ValueBlock, new()
{
    /// <summary>Gives the mapping.</summary>
    /// <returns>The mapping.</returns>
    public override Action<RemainingValues, TBlock> GetMapping() => Take;

    internal static void Take(RemainingValues source, TBlock block)
    {
        ReadOnlySpan<float> values = source.Values.GetValues();
        block.Values = new VBuffer<float>(block.Size, values[..block.Size].ToArray());
        block.Rest = new VBuffer<float>(values.Length - block.Size, values[block.Size..].ToArray());
    }
}
