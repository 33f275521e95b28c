namespace Geometry.Scores;

/// <summary>Which conditions of the two sides of a dichotomy are subtracted from each other.</summary>
public enum ParallelismPairing
{
    /// <summary>
    /// Every condition has a partner, and of all ways to pair them the best one counts (Bernardi et al. 2020). When a side has more
    /// conditions, several of them share a partner, and every condition of the smaller side is some one's partner.
    /// </summary>
    BestPairing,

    /// <summary>
    /// All pairs of conditions that differ in exactly one of the variables that the conditions were combined from; the mean over them,
    /// without a maximum (the decodanda package).
    /// </summary>
    HammingOne,
}
