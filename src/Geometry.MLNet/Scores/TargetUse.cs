namespace Geometry.MLNet;

/// <summary>What a score makes of a target column.</summary>
internal enum TargetUse
{
    /// <summary>It divides the conditions: in two, or each class against the rest.</summary>
    Dichotomies,

    /// <summary>It divides the conditions, or it is real numbers.</summary>
    Values,

    /// <summary>It gives each condition a class.</summary>
    Classes,
}
