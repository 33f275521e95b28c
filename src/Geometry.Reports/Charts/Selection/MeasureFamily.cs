namespace Geometry.Reports;

/// <summary>Measures that stand side by side in a chart.</summary>
internal enum MeasureFamily
{
    /// <summary>Scores of representations.</summary>
    Geometry,

    /// <summary>Neural collapse.</summary>
    Collapse,

    /// <summary>What single neurons respond to in the simplified dynamics.</summary>
    Dynamics,

    /// <summary>The simplified dynamics against true training.</summary>
    Simplification,
}
