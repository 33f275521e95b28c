namespace Geometry.Scores;

/// <summary>Which conditions are held out when the cross-condition generalisation of a dichotomy is measured.</summary>
public enum CcgpSplit
{
    /// <summary>One condition of each side is held out, in all ways (Bernardi et al. 2020 for eight conditions).</summary>
    LeaveOnePairOut,

    /// <summary>Half of the conditions of each side is held out, in all ways. Both sides must have an even number of conditions.</summary>
    HalfHalf,

    /// <summary>The same number of conditions of each side is held out, for every number that leaves one on each side, in all ways.</summary>
    AllSizes,

    /// <summary>All conditions at one level of another variable are held out, for each of its levels.</summary>
    ByVariable,
}
