using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Geometry.Benchmarks;

/// <summary>How many rows a benchmark handles in a second, from its median; benchmarks name their rows by a parameter <c>Rows</c>.</summary>
public sealed class RowsPerSecondColumn : IColumn
{
    /// <inheritdoc/>
    public string Id => nameof(RowsPerSecondColumn);

    /// <inheritdoc/>
    public string ColumnName => "Rows/s";

    /// <inheritdoc/>
    public bool AlwaysShow => true;

    /// <inheritdoc/>
    public ColumnCategory Category => ColumnCategory.Custom;

    /// <inheritdoc/>
    public int PriorityInCategory => 0;

    /// <inheritdoc/>
    public bool IsNumeric => true;

    /// <inheritdoc/>
    public UnitType UnitType => UnitType.Dimensionless;

    /// <inheritdoc/>
    public string Legend => "Rows a second (median)";

    /// <inheritdoc/>
    public bool IsAvailable(Summary summary) => true;

    /// <inheritdoc/>
    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    /// <inheritdoc/>
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, SummaryStyle.Default);

    /// <inheritdoc/>
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) =>
        summary[benchmarkCase]?.ResultStatistics is { } statistics
            ? ((int)benchmarkCase.Parameters["Rows"] / (statistics.Median / 1e9)).ToString("N0", CultureInfo.InvariantCulture)
            : "-";
}
