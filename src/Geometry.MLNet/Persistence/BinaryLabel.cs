using System.ComponentModel;

namespace Geometry.MLNet.Persistence;

/// <summary>What a saved network says about a binary label.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BinaryLabel
{
    /// <summary>Gets or sets the logit.</summary>
    public float Score { get; set; }

    /// <summary>Gets or sets the probability of true.</summary>
    public float Probability { get; set; }

    /// <summary>Gets or sets whether true is the more likely.</summary>
    public bool PredictedLabel { get; set; }
}
