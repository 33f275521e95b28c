namespace Geometry.Networks;

/// <summary>A column to make from a convolutional network: the values of which layer, in which form.</summary>
/// <param name="Layer">The name of the layer, one of <see cref="ConvNetArchitecture.LayerNames"/>, or <c>Readout</c> for the logits.</param>
/// <param name="Form">What is made of its values.</param>
/// <param name="ColumnName">The name of the column; null for that of the layer.</param>
public sealed record ConvNetOutput(string Layer, LayerForm Form = LayerForm.AsIs, string? ColumnName = null)
{
    /// <summary>Gets the name of the column.</summary>
    public string EffectiveColumnName => ColumnName ?? Layer;
}
