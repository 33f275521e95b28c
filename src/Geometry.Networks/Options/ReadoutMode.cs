namespace Geometry.Networks;

/// <summary>How the output weights J of a network (outputs x last hidden width H) are made, and whether they are trained.</summary>
public enum ReadoutMode
{
    /// <summary>J starts as N(0, 1) * gain / sqrt(H) and is trained, with its biases.</summary>
    Trained,

    /// <summary>
    /// J is fixed: half of the weights of each output are +gain / sqrt(H) and half are -gain / sqrt(H), at random places; with an odd H the
    /// sign of the odd one is drawn. There is no output bias.
    /// </summary>
    FixedBalanced,

    /// <summary>J is fixed: N(0, 1) * gain / sqrt(H). There is no output bias.</summary>
    FixedGaussian,
}
