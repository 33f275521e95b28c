using System.ComponentModel;

namespace Geometry.MLNet.Persistence;

/// <summary>Holds the sign that a saved network predicts for a binary label, by the squared error.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SignLabel
{
    /// <summary>Gets or sets the output.</summary>
    public float Score { get; set; }

    /// <summary>Gets or sets whether the output is positive.</summary>
    public bool PredictedLabel { get; set; }
}
