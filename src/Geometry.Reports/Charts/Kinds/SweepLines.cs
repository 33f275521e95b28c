namespace Geometry.Reports;

/// <summary>Scores of the last layer over one variable of numbers.</summary>
internal static class SweepLines
{
    private const int MostFacets = 6, MostNonlinearities = 6, MostPlaces = 100;

    /// <summary>Makes the charts; none without such a variable.</summary>
    public static IEnumerable<Chart> Of(ResultView view)
    {
        if (view.Settings.Axes.Count != 1 || view.Nonlinearities.Count > MostNonlinearities)
        {
            return [];
        }

        NumericAxis axis = view.Settings.Axes[0].Grouped(MostPlaces);
        return PanelCharts.Of(
            view, view.LastLayer, MostFacets, "sweep", $"over {axis.Title}", (heading, measure, group, size) => Panel(view, axis, heading, measure, group, size),
            (_, rows) => Finding(view, axis, rows), axis.Note, axis);
    }

    private static (object? Panel, IReadOnlyList<MeanPoint> Points) Panel(ResultView view, NumericAxis axis, string heading, Measure measure, IReadOnlyList<MeasuredRow> rows, (int Width, int Height) size)
    {
        (double X, string Nonlinearity, MeanPoint Point)[] points = [.. rows.GroupBy(row => (X: axis.Of(row.Setting), row.Row.Nonlinearity))
            .Select(group => (group.Key.X, group.Key.Nonlinearity, Point: MeanPoint.Of(group.Select(row => row.Row))))
            .Where(point => point.Point is not null).Select(point => (point.X, point.Nonlinearity, point.Point!))];
        return points.Select(point => point.X).Distinct().Count() < 2
            ? (null, [])
            : (LinePanel.Of(heading, measure, points, axis.Axis(axis.Title), axis.Scale, axis.Title, view.Scales, size), [.. points.Select(point => point.Point)]);
    }

    private static string Finding(ResultView view, NumericAxis axis, IReadOnlyList<MeasuredRow> rows)
    {
        double[] numbers = [.. rows.Select(row => axis.Of(row.Setting)).Distinct().Order()];
        string At(double number) => $"{Comparison.Values(view, [.. rows.Where(row => axis.Of(row.Setting) == number)])} at {Figures.Plain(number)}";
        string ends = $"{At(numbers[0])}, {At(numbers[^1])}";
        return Comparison.Ahead(view, rows.GroupBy(row => row.Setting), "place") is { } ahead && numbers.Length > 2 ? $"{ends}; {ahead}" : ends;
    }
}
