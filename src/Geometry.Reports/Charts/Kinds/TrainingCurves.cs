namespace Geometry.Reports;

/// <summary>Scores over training, where networks were scored at several epochs.</summary>
internal static class TrainingCurves
{
    private const int MostFacets = 6, MostEpochs = 100;

    /// <summary>Makes a chart for each family of measures; with several settings, a chart a measure with a panel a setting.</summary>
    public static IEnumerable<Chart> Of(ResultView view)
    {
        MeasuredRow[] rows = [.. view.Rows.Where(row => !row.IsNamed && row.Row.Epoch is not null && (row.Measure.Family is MeasureFamily.Geometry or MeasureFamily.Collapse))];
        HashSet<string> trained = [.. rows.GroupBy(row => row.Row.Cell).Where(cell => cell.Select(row => row.Row.Epoch).Distinct().Count() > 1).Select(cell => cell.Key)];
        rows = [.. rows.Where(row => trained.Contains(row.Row.Cell))];
        int[] epochs = [.. rows.Select(row => row.Row.Epoch!.Value).Distinct().Order()];
        int step = ((epochs.Length - 1) / MostEpochs) + 1;
        HashSet<int> kept = [.. epochs.Where((_, i) => i % step == 0 || i == epochs.Length - 1)];
        rows = [.. rows.Where(row => kept.Contains(row.Row.Epoch!.Value))];
        MeasuredRow[] last = [.. rows.GroupBy(row => (row.Row.Cell, row.Measure)).SelectMany(group =>
        {
            int layer = group.Max(row => view.Position(row.Row.Layer));
            return group.Where(row => view.Position(row.Row.Layer) == layer);
        })];
        return PanelCharts.Of(view, last, MostFacets, "training", "over training", (heading, measure, group, size) => Panel(view, heading, measure, group, size), Finding, epochs.Length > kept.Count ? $" Of {epochs.Length} epochs {kept.Count} are drawn." : "");
    }

    private static (object? Panel, IReadOnlyList<MeanPoint> Points) Panel(ResultView view, string heading, Measure measure, IReadOnlyList<MeasuredRow> rows, (int Width, int Height) size)
    {
        (double Epoch, string Nonlinearity, MeanPoint Point)[] points = [.. rows.GroupBy(row => (row.Row.Epoch!.Value, row.Row.Nonlinearity))
            .Select(group => (Epoch: (double)group.Key.Value, group.Key.Nonlinearity, Point: MeanPoint.Of(group.Select(row => row.Row))))
            .Where(point => point.Point is not null).Select(point => (point.Epoch, point.Nonlinearity, point.Point!))];
        var epochs = new NumericAxis("", "epoch (passes over the training rows)", points.Select(point => point.Epoch).Distinct().ToDictionary(Figures.Of, epoch => epoch));
        return epochs.Numbers.Count < 2
            ? (null, [])
            : (LinePanel.Of(heading, measure, points, epochs.Axis(epochs.Title), epochs.Scale, "epoch", view.Scales, size), [.. points.Select(point => point.Point)]);
    }

    private static string Finding(ResultView view, IReadOnlyList<MeasuredRow> rows)
    {
        int? first = rows.Min(row => row.Row.Epoch), last = rows.Max(row => row.Row.Epoch);
        string At(int? epoch) => Comparison.Values(view, [.. rows.Where(row => row.Row.Epoch == epoch)]);
        return $"from {At(first)} at epoch {first} to {At(last)} at epoch {last}";
    }
}
