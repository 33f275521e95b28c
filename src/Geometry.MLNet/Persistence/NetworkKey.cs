using System.ComponentModel;
using Microsoft.ML.Data;

namespace Geometry.MLNet.Persistence;

/// <summary>The key, true in every row, under which a value mapping keeps a saved network.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NetworkKey
{
    internal const string ColumnName = "__geometry_key";

    /// <summary>Gets or sets the key.</summary>
    [ColumnName(ColumnName)]
    public bool Key { get; set; }
}
