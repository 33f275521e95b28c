namespace Geometry.Networks;

/// <summary>What a part of a convolutional network does.</summary>
public enum ConvNetPartKind
{
    /// <summary>A convolution whose maps keep their size (divided by the stride), batch normalisation where it is on, and the nonlinearity.</summary>
    Convolution,

    /// <summary>The maximum of each 2 x 2 pixels, side by side: maps of half the height and width, rounded down.</summary>
    MaxPool,

    /// <summary>
    /// f(x' + g(f(g(x)))) with g a 3 x 3 convolution (with batch normalisation where it is on), f the nonlinearity, and x' the input, or a 1 x 1
    /// convolution of it where the size or the number of maps changes.
    /// </summary>
    Residual,

    /// <summary>The mean of each map over space.</summary>
    Average,

    /// <summary>A fully connected layer of all that is before it, batch normalisation where it is on, and the nonlinearity.</summary>
    Dense,
}
