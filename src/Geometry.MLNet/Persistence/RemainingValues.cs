using System.ComponentModel;
using Microsoft.ML.Data;

namespace Geometry.MLNet.Persistence;

/// <summary>The numbers of a saved network that have not been given a column yet.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RemainingValues
{
    internal const string ColumnName = "__geometry_values";

    /// <summary>Gets or sets the numbers.</summary>
    [ColumnName(ColumnName)]
    public VBuffer<float> Values { get; set; }
}
