namespace Geometry.Networks;

/// <summary>How training images are changed, freshly each time they are presented. Everything is off by default.</summary>
public sealed record ImageAugmentation
{
    /// <summary>Gets whether each image is mirrored, left to right, with probability 1/2.</summary>
    /// <value>Default: false.</value>
    public bool HorizontalFlip { get; init; }

    /// <summary>Gets by how many pixels each image is shifted at most, in both directions, at random; what comes in from outside is 0.</summary>
    /// <value>From 0 (off) to the height and width of the images less one. Default: 0.</value>
    public int CropPadding { get; init; }

    /// <summary>Gets whether anything is on.</summary>
    internal bool IsOn => HorizontalFlip || CropPadding > 0;
}
