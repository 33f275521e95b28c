namespace Geometry.Reports;

/// <summary>Parts of panels that several charts have.</summary>
internal static class Panels
{
    /// <summary>The size of points that stand for means.</summary>
    public const int PointSize = 46;

    /// <summary>Labels an axis with numbers as they are, where Vega would round them.</summary>
    public const string PlainNumber = "'' + datum.value";

    /// <summary>The vertical axis of a measure.</summary>
    public static object ValueAxis(Measure measure) => new { title = measure.Axis, tickCount = 5 };

    /// <summary>Gives a row of data: a mean with its interval, which ends at the bounds of the measure.</summary>
    public static object Row(object x, string nonlinearity, MeanPoint point, Measure measure, string? note = null) => new
    {
        x,
        f = NonlinearityStyle.WordOf(nonlinearity),
        mean = point.Mean,
        low = point.Low is { } low ? Math.Max(low, measure.Minimum) : (double?)null,
        high = point.High is { } high ? Math.Min(high, measure.Maximum) : (double?)null,
        n = point.N,
        note,
    };

    /// <summary>Gives layers with the line of chance, where the measure has one.</summary>
    public static IEnumerable<object> Chance(Measure measure, bool isVertical = false)
    {
        if (measure.Chance is not { } chance)
        {
            yield break;
        }

        object data = Spec.Data([new { chance }]), position = new { field = "chance", type = "quantitative" };
        object line = new { type = "rule", color = ChartTheme.Guide, strokeDash = new[] { 3, 3 } };
        object word = new { type = "text", text = "chance", color = ChartTheme.Faint, fontSize = 10, align = isVertical ? "left" : "right", baseline = "top", dx = isVertical ? 3 : -3, dy = 3 };
        yield return isVertical ? new { data, mark = line, encoding = new { x = position } } : new { data, mark = line, encoding = new { y = position } };
        yield return isVertical
            ? new { data, mark = word, encoding = new { x = position, y = new { value = 0 } } }
            : new { data, mark = word, encoding = new { x = new { value = "width" }, y = position } };
    }

    /// <summary>Gives vertical bars for the intervals, where there are some.</summary>
    public static IEnumerable<object> ErrorBars(IEnumerable<MeanPoint> points, object x, object scale, object axis, NonlinearityScales scales)
    {
        if (points.Any(point => point.Low is not null))
        {
            yield return new
            {
                transform = new[] { new { filter = "isValid(datum.low)" } },
                mark = new { type = "rule", strokeWidth = 1.5 },
                encoding = new { x, y = new { field = "low", type = "quantitative", scale, axis }, y2 = new { field = "high" }, color = scales.Colour },
            };
        }
    }

    /// <summary>Gives horizontal bars for the intervals, where there are some.</summary>
    public static IEnumerable<object> SidewaysBars(IEnumerable<MeanPoint> points, object y, object? yOffset, object scale, object axis, NonlinearityScales scales)
    {
        if (points.Any(point => point.Low is not null))
        {
            yield return new
            {
                transform = new[] { new { filter = "isValid(datum.low)" } },
                mark = new { type = "rule", strokeWidth = 1.5 },
                encoding = new { x = new { field = "low", type = "quantitative", scale, axis }, x2 = new { field = "high" }, y, yOffset, color = scales.Colour },
            };
        }
    }

    /// <summary>Gives what is shown of a mean beneath the pointer.</summary>
    public static object[] Tooltip(string x, string xType, Measure measure) =>
    [
        new { field = NonlinearityScales.Field, type = "nominal", title = "nonlinearity" },
        new { field = "x", type = xType, title = x },
        new { field = "mean", type = "quantitative", title = measure.InSentence, format = ".4~g" },
        new { field = "low", type = "quantitative", title = "interval from", format = ".4~g" },
        new { field = "high", type = "quantitative", title = "to", format = ".4~g" },
        new { field = "n", type = "quantitative", title = "values" },
    ];
}
