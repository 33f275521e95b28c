namespace Geometry.Scores;

/// <summary>How two sets of dissimilarities of the same pairs of conditions are compared.</summary>
public enum RdmComparison
{
    /// <summary>Correlation over pairs of conditions.</summary>
    Pearson,

    /// <summary>Correlation of the ranks; equal dissimilarities share their mean rank.</summary>
    Spearman,

    /// <summary>Cosine of the dissimilarities, whose zero means something.</summary>
    Cosine,

    /// <summary>
    /// Cosine of the square matrices after their rows and columns are centred. For squared Euclidean distances it is the centred alignment
    /// (CKA) of the condition means.
    /// </summary>
    CentredCosine,
}
