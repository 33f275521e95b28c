namespace Geometry.Scores;

/// <summary>How the number of directions is counted.</summary>
public enum DimensionMeasure
{
    /// <summary>(tr K)^2 / tr(K^2) of the centred kernel. Few rows give too little: at most one less than their number.</summary>
    ParticipationRatio,

    /// <summary>
    /// The same ratio of unbiased estimates of (tr S)^2 and tr(S^2), with S the covariance that the rows were drawn from: corrected for the
    /// finite number of rows, in the manner of Chun et al. (2025) for rows. At least 4 rows. It may leave the range of the plain ratio.
    /// </summary>
    CorrectedParticipationRatio,

    /// <summary>The exponential of the entropy of the eigenvalues' shares.</summary>
    EntropyRank,

    /// <summary>The least number of principal components that explain a share of the variance.</summary>
    VarianceCount,
}
