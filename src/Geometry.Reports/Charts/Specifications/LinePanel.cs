namespace Geometry.Reports;

/// <summary>A panel with a line for each nonlinearity and bands for the intervals.</summary>
internal static class LinePanel
{
    private const int ManyPlaces = 20;

    /// <summary>Makes the panel.</summary>
    /// <param name="heading">The words above it.</param>
    /// <param name="measure">The measure.</param>
    /// <param name="points">The means: where on the horizontal axis, of which nonlinearity.</param>
    /// <param name="axis">The horizontal axis.</param>
    /// <param name="scale">The scale of the horizontal axis.</param>
    /// <param name="xTitle">The words for the horizontal axis.</param>
    /// <param name="scales">The nonlinearities.</param>
    /// <param name="size">Width and height.</param>
    public static object Of(
        string heading, Measure measure, IReadOnlyList<(double X, string Nonlinearity, MeanPoint Point)> points, object axis, object scale, string xTitle,
        NonlinearityScales scales, (int Width, int Height) size)
    {
        object x = new { field = "x", type = "quantitative", axis, scale };
        object valueScale = measure.Scale(points.Select(point => point.Point));
        object y = new { field = "mean", type = "quantitative", axis = Panels.ValueAxis(measure), scale = valueScale };
        List<object> layers = [.. Panels.Chance(measure)];
        if (points.Any(point => point.Point.Low is not null))
        {
            layers.Add(new
            {
                transform = new[] { new { filter = "isValid(datum.low)" } },
                mark = new { type = "area", opacity = 0.2, interpolate = "linear" },
                encoding = new { x, y = new { field = "low", type = "quantitative", scale = valueScale, axis = Panels.ValueAxis(measure) }, y2 = new { field = "high" }, color = scales.Colour },
            });
        }

        layers.Add(new { mark = new { type = "line", strokeWidth = 2 }, encoding = new { x, y, color = scales.Colour, strokeDash = scales.Dash } });
        int places = points.Select(point => point.X).Distinct().Count();
        layers.Add(new
        {
            mark = new { type = "point", filled = true, opacity = 1, size = places > ManyPlaces ? Panels.PointSize / 4 : Panels.PointSize },
            encoding = new { x, y, color = scales.Colour, shape = scales.Shape, tooltip = Panels.Tooltip(xTitle, "quantitative", measure) },
        });
        return new
        {
            title = ChartTheme.Heading(heading, size.Width),
            width = size.Width,
            height = size.Height,
            data = Spec.Data(points.OrderBy(point => point.X).Select(point => Panels.Row(point.X, point.Nonlinearity, point.Point, measure))),
            layer = layers,
        };
    }
}
