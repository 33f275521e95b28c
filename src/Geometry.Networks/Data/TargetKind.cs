namespace Geometry.Networks;

/// <summary>What the targets of training are.</summary>
public enum TargetKind
{
    /// <summary>One or more columns of 0 and 1.</summary>
    Binary,

    /// <summary>One class index a row.</summary>
    Classes,

    /// <summary>One or more columns of real numbers.</summary>
    Real,
}
