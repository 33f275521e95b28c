namespace EmbeddingService;

/// <summary>What goes into the model: one row of numbers, under the name that the model's input has for them.</summary>
public sealed class FeatureRow
{
    /// <summary>Gets or sets the numbers.</summary>
    public float[] Features { get; set; } = [];
}
