namespace Geometry.Scores;

/// <summary>How different the responses to two conditions are.</summary>
public enum Dissimilarity
{
    /// <summary>Squared Euclidean distance of the condition means. Noise raises it.</summary>
    SquaredEuclidean,

    /// <summary>One minus the correlation over units of the condition means. In [0, 2].</summary>
    Correlation,

    /// <summary>
    /// Cross-validated squared Mahalanobis distance (Walther et al. 2016): the difference of means in one fold of rows times the noise precision
    /// of the other folds times the difference there, averaged over folds. Noise does not raise it, so that it may be negative. At least 3
    /// rows a condition.
    /// </summary>
    Crossnobis,
}
