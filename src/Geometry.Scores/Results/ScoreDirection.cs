namespace Geometry.Scores;

/// <summary>Which way a score counts as better.</summary>
public enum ScoreDirection
{
    /// <summary>A larger value means more of what the score is named for.</summary>
    Higher,

    /// <summary>A smaller value means more of what the score is named for.</summary>
    Lower,
}
