namespace Geometry.Reports;

/// <summary>Where an interval is from.</summary>
internal enum IntervalKind
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>It is that of a mean over networks.</summary>
    Networks,

    /// <summary>It is of one network, by resampling rows or conditions.</summary>
    Resampled,

    /// <summary>It is of one network, by the standard error of the score.</summary>
    StandardError,
}
