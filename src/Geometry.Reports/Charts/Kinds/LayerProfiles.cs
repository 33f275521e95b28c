namespace Geometry.Reports;

/// <summary>Scores layer by layer, from the input to the output.</summary>
internal static class LayerProfiles
{
    private const int MostFacets = 12;

    /// <summary>Makes the charts; none where there is one layer, or so many settings that other charts show them better.</summary>
    public static IEnumerable<Chart> Of(ResultView view)
    {
        HashSet<(string, Measure)> layered = [.. view.Final.GroupBy(row => (row.Row.Cell, row.Measure))
            .Where(group => group.Select(row => row.Row.Layer).Distinct().Count() > 1).Select(group => group.Key)];
        MeasuredRow[] rows = [.. view.Final.Where(row => layered.Contains((row.Row.Cell, row.Measure)))];
        int facets = rows.Select(row => row.Setting.Index).Distinct().Count();
        return facets > MostFacets ? [] : PanelCharts.Of(view, rows, MostFacets, "layers", "by layer", (heading, measure, group, size) => Panel(view, heading, measure, group, size), Finding, "");
    }

    private static (object? Panel, IReadOnlyList<MeanPoint> Points) Panel(ResultView view, string heading, Measure measure, IReadOnlyList<MeasuredRow> rows, (int Width, int Height) size)
    {
        IReadOnlyList<string> layers = view.InOrder(rows.Select(row => row.Row.Layer));
        (string Layer, string Nonlinearity, MeanPoint Point)[] points = [.. rows.GroupBy(row => (row.Row.Layer, row.Row.Nonlinearity))
            .Select(group => (group.Key.Layer, group.Key.Nonlinearity, Point: MeanPoint.Of(group.Select(row => row.Row))))
            .Where(point => point.Point is not null).Select(point => (point.Layer, point.Nonlinearity, point.Point!))];
        if (layers.Count < 2 || points.Length < 2)
        {
            return (null, []);
        }

        string[] words = [.. layers.Select(layer => Word(view, layer))];
        object x = new { field = "x", type = "ordinal", sort = words, axis = new { title = "layer", labelAngle = layers.Count > 4 ? -40 : 0, labelLimit = 90 }, scale = new { type = "point", padding = 0.4 } };
        object scale = measure.Scale(points.Select(point => point.Point)), axis = Panels.ValueAxis(measure);
        object y = new { field = "mean", type = "quantitative", axis, scale };
        NonlinearityScales scales = view.Scales;
        return (new
        {
            title = ChartTheme.Heading(heading, size.Width),
            width = size.Width,
            height = size.Height,
            data = Spec.Data(points.OrderBy(point => view.Position(point.Layer)).Select(point => Panels.Row(Word(view, point.Layer), point.Nonlinearity, point.Point, measure))),
            layer = (object[])
            [
                .. Panels.Chance(measure),
                new { mark = new { type = "line", strokeWidth = 2, opacity = 0.8 }, encoding = new { x, y, color = scales.Colour, strokeDash = scales.Dash } },
                .. Panels.ErrorBars(points.Select(point => point.Point), x, scale, axis, scales),
                new
                {
                    mark = new { type = "point", filled = true, opacity = 1, size = Panels.PointSize },
                    encoding = new { x, y, color = scales.Colour, shape = scales.Shape, tooltip = Panels.Tooltip("layer", "nominal", measure) },
                },
            ],
        }, [.. points.Select(point => point.Point)]);
    }

    private static string Word(ResultView view, string layer) => view.IsInput(layer) ? "input" : layer;

    private static string Finding(ResultView view, IReadOnlyList<MeasuredRow> rows)
    {
        IReadOnlyList<string> layers = view.InOrder(rows.Select(row => row.Row.Layer));
        string In(string layer) => $"{Comparison.Values(view, [.. rows.Where(row => row.Row.Layer == layer)])} in {(view.IsInput(layer) ? "the input" : layer)}";
        bool isOne = rows.Select(row => row.Setting).Distinct().Count() == 1;
        IEnumerable<IEnumerable<MeasuredRow>> places = rows.GroupBy(row => (row.Setting, row.Row.Layer));
        return isOne || Comparison.Ahead(view, places, "layer") is not { } ahead ? $"{In(layers[0])}, {In(layers[^1])}" : ahead;
    }
}
