using System.ComponentModel;

namespace Geometry.MLNet.Persistence;

/// <summary>Holds the number that a saved network predicts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RealLabel
{
    /// <summary>Gets or sets the output.</summary>
    public float Score { get; set; }
}
