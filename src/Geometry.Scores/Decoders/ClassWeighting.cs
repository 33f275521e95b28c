namespace Geometry.Scores;

/// <summary>How much each training row counts.</summary>
public enum ClassWeighting
{
    /// <summary>Every row counts the same.</summary>
    None,

    /// <summary>Both sides count the same: a row of a side with k of the n training rows has the weight n / (2k).</summary>
    Balanced,
}
