namespace Geometry.Experiments;

/// <summary>What a claim says about an effect.</summary>
public enum ClaimDirection
{
    /// <summary>It is above zero.</summary>
    Positive,

    /// <summary>It is below zero.</summary>
    Negative,

    /// <summary>It is the expected number, as a closed form gives it, or zero: the interval lies within the smallest effect of interest around it.</summary>
    Equal,
}
