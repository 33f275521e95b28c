namespace Geometry.Scores;

/// <summary>How two difference vectors are compared.</summary>
public enum CodingSimilarity
{
    /// <summary>The cosine of their angle (Bernardi et al. 2020).</summary>
    Cosine,

    /// <summary>Their Pearson correlation over units, which is the cosine after each vector's mean over units is subtracted (decodanda's default).</summary>
    Pearson,
}
