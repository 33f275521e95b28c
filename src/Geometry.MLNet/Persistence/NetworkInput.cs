using System.ComponentModel;
using Microsoft.ML.Data;

namespace Geometry.MLNet.Persistence;

/// <summary>What the mapping that runs a saved network reads.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NetworkInput
{
    internal const string FeatureColumnName = "__geometry_features", NetworkColumnName = "__geometry_network";

    /// <summary>Gets or sets the features.</summary>
    [ColumnName(FeatureColumnName)]
    public VBuffer<float> Features { get; set; }

    /// <summary>Gets or sets the network, as text: the same memory in every row, so that it is decoded once.</summary>
    [ColumnName(NetworkColumnName)]
    public ReadOnlyMemory<char> Network { get; set; }
}
