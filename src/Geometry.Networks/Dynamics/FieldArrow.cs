namespace Geometry.Networks;

/// <summary>The change of weights at one point of a <see cref="SelectivityPlane"/>.</summary>
/// <param name="Inter">The coordinate along the inter-class axis.</param>
/// <param name="Intra">The coordinate along the intra-class axis.</param>
/// <param name="InterChange">The component of dw/dt along the inter-class axis.</param>
/// <param name="IntraChange">The component of dw/dt along the intra-class axis.</param>
public sealed record FieldArrow(double Inter, double Intra, double InterChange, double IntraChange);
