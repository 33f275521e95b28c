using System.ComponentModel;
using Microsoft.ML.Data;

namespace Geometry.MLNet.Persistence;

/// <summary>The output of a mapping that takes a block off the front of a vector: the block, whose size its type tells, and what is left.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ValueBlock
{
    /// <summary>Gets or sets the block.</summary>
    public abstract VBuffer<float> Values { get; set; }

    // Not public: public members of a mapping's output are columns.
    internal abstract int Size { get; }

    /// <summary>Gets or sets what is left.</summary>
    [ColumnName(RemainingValues.ColumnName)]
    public VBuffer<float> Rest { get; set; }
}
