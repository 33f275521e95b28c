namespace Geometry.Reports;

/// <summary>Scores against the mean of their null, where they were compared with one.</summary>
internal static class NullComparison
{
    private const int MostFacets = 6;
    private const double Significant = 0.05;

    /// <summary>Makes the charts: layer by layer, the observed mean as a point and the null's as a tick.</summary>
    public static IEnumerable<Chart> Of(ResultView view)
    {
        MeasuredRow[] rows = [.. view.Final.Where(row => row.Row is { NullMean: not null, Value: not null })];
        return PanelCharts.Of(view, rows, MostFacets, "null", "against its null", (heading, measure, group, size) => Panel(view, heading, measure, group, size), (_, group) => Finding(group), "");
    }

    private static (object? Panel, IReadOnlyList<MeanPoint> Points) Panel(ResultView view, string heading, Measure measure, IReadOnlyList<MeasuredRow> rows, (int Width, int Height) size)
    {
        IReadOnlyList<string> layers = view.InOrder(rows.Select(row => row.Row.Layer));
        var points = rows.GroupBy(row => (row.Row.Layer, row.Row.Nonlinearity))
            .Select(group => (group.Key.Layer, group.Key.Nonlinearity, Point: MeanPoint.Of(group.Select(row => row.Row))!, Null: group.Average(row => row.Row.NullMean!.Value), P: group.Max(row => row.Row.PValue))).ToArray();
        if (points.Length < 2)
        {
            return (null, []);
        }

        NonlinearityScales scales = view.Scales;
        object scale = measure.Scale([.. points.Select(point => point.Point.Mean), .. points.Select(point => point.Null)]), axis = Panels.ValueAxis(measure);
        object x = new { field = "x", type = "nominal", sort = layers, axis = new { title = "layer", labelAngle = layers.Count > 4 ? -40 : 0 } };
        object offset = new { field = NonlinearityScales.Field, type = "nominal", sort = view.Nonlinearities.Select(NonlinearityStyle.WordOf).ToArray() };
        object Y(string field) => new { field, type = "quantitative", scale, axis };
        return (new
        {
            title = ChartTheme.Heading(heading, size.Width),
            width = size.Width,
            height = size.Height,
            data = Spec.Data(points.Select(point => (object)new
            {
                x = point.Layer, f = NonlinearityStyle.WordOf(point.Nonlinearity), mean = point.Point.Mean, expected = point.Null, largest = point.P, n = point.Point.N,
            })),
            layer = new object[]
            {
                new { mark = new { type = "rule", opacity = 0.4, strokeWidth = 1.5 }, encoding = new { x, xOffset = offset, y = Y("expected"), y2 = new { field = "mean" }, color = scales.Colour } },
                new { mark = new { type = "tick", thickness = 2, color = ChartTheme.Guide, size = 16 }, encoding = new { x, xOffset = offset, y = Y("expected") } },
                new
                {
                    mark = new { type = "point", filled = true, opacity = 1, size = Panels.PointSize },
                    encoding = new
                    {
                        x, xOffset = offset, y = Y("mean"), color = scales.Colour, shape = scales.Shape,
                        tooltip = new object[]
                        {
                            new { field = NonlinearityScales.Field, type = "nominal", title = "nonlinearity" }, new { field = "x", type = "nominal", title = "layer" },
                            new { field = "mean", type = "quantitative", title = "observed", format = ".3~g" }, new { field = "expected", type = "quantitative", title = "mean of the null", format = ".3~g" },
                            new { field = "largest", type = "quantitative", title = "largest p-value", format = ".3~g" }, new { field = "n", type = "quantitative", title = "values" },
                        },
                    },
                },
            },
        }, [.. points.Select(point => point.Point)]);
    }

    private static string Finding(IReadOnlyList<MeasuredRow> rows)
    {
        MeasuredRow[] tested = [.. rows.Where(row => row.Row.PValue is not null)];
        return $"{Figures.Of(rows.Average(row => row.Row.Value!.Value))} on average where the null gives {Figures.Of(rows.Average(row => row.Row.NullMean!.Value))} (grey ticks); p below {Figures.Plain(Significant)} in "
            + $"{tested.Count(row => row.Row.PValue < Significant)} of {Counted.Of(tested.Length, "test")}";
    }
}
