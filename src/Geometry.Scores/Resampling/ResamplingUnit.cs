namespace Geometry.Scores;

/// <summary>What is resampled to learn how sure a value is.</summary>
public enum ResamplingUnit
{
    /// <summary>
    /// Bootstrap: the rows of each condition are drawn again with replacement, as many as there are. Not for cross-validated scores: copies
    /// of a row would be trained on and tested.
    /// </summary>
    Rows,

    /// <summary>Jackknife: each condition is left out once. For scores that are defined for any set of conditions.</summary>
    Conditions,
}
