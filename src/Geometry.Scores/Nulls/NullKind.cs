namespace Geometry.Scores;

/// <summary>What a null destroys and what it keeps.</summary>
public enum NullKind
{
    /// <summary>The rows' conditions are permuted: what is left is what the score gives for labels that mean nothing.</summary>
    LabelShuffle,

    /// <summary>
    /// The means of the conditions are replaced by isotropic Gaussian vectors of the same total spread around the same grand mean, and each
    /// condition's noise cloud is kept with its units permuted (Bernardi et al. 2020): what is left is decodable, but not arranged.
    /// </summary>
    Geometric,

    /// <summary>
    /// Only for CCGP: the units of the held-out conditions are permuted, alike in all conditions of a split, before they are tested by
    /// the decoder of the others (the null of the decodanda package).
    /// </summary>
    PairPermutation,
}
