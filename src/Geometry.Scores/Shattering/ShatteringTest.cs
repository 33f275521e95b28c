namespace Geometry.Scores;

/// <summary>How it is decided whether a dichotomy is decoded above chance.</summary>
public enum ShatteringTest
{
    /// <summary>The p-value (1 + draws at least as good) / (1 + draws) of the dichotomy's own draws, which must be at least 100 for p &lt; 0.01.</summary>
    Permutation,

    /// <summary>The same over the draws of all dichotomies together, which are alike when their sides have equally many rows; few draws are enough.</summary>
    PooledPermutation,

    /// <summary>
    /// One-sided test of (value - mean of draws) / standard deviation of draws as a standard normal number (the decodanda package).
    /// At least 2 draws.
    /// </summary>
    ZTest,
}
