using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Geometry.Benchmarks;

/// <summary>
/// How many times as fast as the baseline a benchmark is, by the least times of both: what else the machine does only ever adds to a time.
/// </summary>
public sealed class SpeedupColumn : IColumn
{
    /// <inheritdoc/>
    public string Id => nameof(SpeedupColumn);

    /// <inheritdoc/>
    public string ColumnName => "Times baseline";

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
    public string Legend => "Least time of the baseline by the least time of this";

    /// <inheritdoc/>
    public bool IsAvailable(Summary summary) => true;

    /// <inheritdoc/>
    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    /// <inheritdoc/>
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, SummaryStyle.Default);

    /// <inheritdoc/>
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style)
    {
        BenchmarkCase? baseline = summary.BenchmarksCases.FirstOrDefault(
            other => other.Descriptor.Baseline && other.Parameters.DisplayInfo == benchmarkCase.Parameters.DisplayInfo);
        return baseline is not null && summary[baseline]?.ResultStatistics is { } slow && summary[benchmarkCase]?.ResultStatistics is { } fast
            ? (slow.Min / fast.Min).ToString("N1", CultureInfo.InvariantCulture)
            : "-";
    }
}
