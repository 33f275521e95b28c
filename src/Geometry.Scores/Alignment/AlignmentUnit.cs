namespace Geometry.Scores;

/// <summary>What the rows of the kernels are.</summary>
public enum AlignmentUnit
{
    /// <summary>The mean response to each condition; every condition counts the same.</summary>
    ConditionMeans,

    /// <summary>The single rows.</summary>
    Rows,
}
