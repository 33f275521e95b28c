using System.ComponentModel;
using Microsoft.ML.Data;

namespace Geometry.MLNet.Persistence;

/// <summary>What the mapping that runs a saved network gives.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NetworkOutput
{
    internal const string ClassColumnName = "__geometry_class";

    /// <summary>Gets or sets the units of the hidden layers, then what is made of the outputs.</summary>
    [ColumnName(RemainingValues.ColumnName)]
    public VBuffer<float> Values { get; set; }

    /// <summary>Gets or sets the name of the most likely class; empty where the label is no key.</summary>
    [ColumnName(ClassColumnName)]
    public string Class { get; set; } = "";
}
