namespace Geometry.Tasks;

/// <summary>What differs between the images of a <see cref="GratingsTask"/>.</summary>
public enum GratingLatent
{
    /// <summary>The direction across the stripes.</summary>
    Orientation,

    /// <summary>The place of the stripes.</summary>
    Phase,

    /// <summary>The difference between bright and dark stripes.</summary>
    Contrast,

    /// <summary>Red or green; for images of three channels.</summary>
    Colour,
}
