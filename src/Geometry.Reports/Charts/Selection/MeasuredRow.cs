using Geometry.Experiments;

namespace Geometry.Reports;

/// <summary>A row of the table of scores with what it measures.</summary>
/// <param name="Row">The row.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Setting">The setting of the cell.</param>
/// <param name="IsNamed">Whether the target is one of several of the same cell.</param>
internal sealed record MeasuredRow(ResultRow Row, Measure Measure, Setting Setting, bool IsNamed);
