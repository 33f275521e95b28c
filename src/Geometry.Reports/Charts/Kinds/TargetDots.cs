namespace Geometry.Reports;

/// <summary>Scores of several targets, such as all balanced dichotomies, below each other.</summary>
internal static class TargetDots
{
    private const int MostTargets = 40, MostMeasures = 6, Width = 225, RowHeight = 17;

    /// <summary>Makes the chart: of the last layer, or of each layer where there are no networks; none where each score has one target.</summary>
    public static IEnumerable<Chart> Of(ResultView view)
    {
        MeasuredRow[] named = [.. view.Rows.Where(row => row.IsNamed)];
        if (named.Length == 0)
        {
            yield break;
        }

        string layer = view.InOrder(named.Select(row => row.Row.Layer))[^1];
        int? last = named.Max(row => row.Row.Epoch);
        MeasuredRow[] rows = [.. named.Where(row => row.Row.Layer == layer && row.Row.Epoch == last && row.Setting == view.Settings.All[0])];
        string[] targets = [.. rows.Select(row => row.Row.Target).Distinct()];
        string[] drawn = [.. targets.Take(MostTargets)];
        List<object> panels = [];
        List<string> words = [];
        List<MeanPoint> points = [];
        foreach (IGrouping<(string Score, string Variant), MeasuredRow> score in rows.GroupBy(row => (row.Row.Score, row.Row.Variant)).Take(MostMeasures))
        {
            Measure measure = MeasureWords.Of(score.Key.Score, score.Key.Variant, "");
            var means = score.Where(row => drawn.Contains(row.Row.Target)).GroupBy(row => (row.Row.Target, row.Row.Nonlinearity))
                .Select(group => (group.Key.Target, group.Key.Nonlinearity, Point: MeanPoint.Of(group.Select(row => row.Row)))).Where(mean => mean.Point is not null)
                .Select(mean => (mean.Target, mean.Nonlinearity, Point: mean.Point!)).ToArray();
            if (means.Length < 2)
            {
                continue;
            }

            points.AddRange(means.Select(mean => mean.Point));
            words.Add($"{measure.Title} from {Figures.Of(means.Min(mean => mean.Point.Mean))} to {Figures.Of(means.Max(mean => mean.Point.Mean))}");
            panels.Add(Panel(view, measure, means, drawn, panels.Count % 2 == 0));
        }

        if (panels.Count > 0)
        {
            string about = $"{Figures.Sentence(MeanPoint.Words(points))}; layer {layer}{(view.Settings.All[0].Label.Length == 0 ? "" : $", {view.Settings.All[0].Label}")}";
            string omitted = targets.Length > drawn.Length ? $" The first {drawn.Length} of {targets.Length} targets are drawn; the others are in the table." : "";
            yield return ChartTheme.Chart("targets", $"{words[0].Insert(words[0].IndexOf(" from ", StringComparison.Ordinal), " by target:")}", about, $"{about}. {string.Join(". ", words)}.{ResultView.Undefined(rows)}{omitted}", panels, 2, 900);
        }
    }

    private static object Panel(ResultView view, Measure measure, (string Target, string Nonlinearity, MeanPoint Point)[] means, string[] targets, bool hasLabels)
    {
        NonlinearityScales scales = view.Scales;
        object scale = measure.Scale(means.Select(mean => mean.Point)), axis = new { title = measure.Axis, tickCount = 5 };
        object y = new
        {
            field = "x", type = "nominal", scale = new { domain = targets }, axis = hasLabels ? (object)new { title = "", labelLimit = 260, grid = true } : new { title = "", labels = false, ticks = false, grid = true },
        };
        return new
        {
            title = ChartTheme.Heading(measure.Title, Width),
            width = Width,
            height = new Dictionary<string, object> { ["step"] = RowHeight, ["for"] = "position" },
            data = Spec.Data(means.Select(mean => Panels.Row(mean.Target, mean.Nonlinearity, mean.Point, measure))),
            layer = (object[])
            [
                .. Panels.Chance(measure, isVertical: true),
                .. Panels.SidewaysBars(means.Select(mean => mean.Point), y, scales.Offset, scale, axis, scales),
                new
                {
                    mark = new { type = "point", filled = true, opacity = 1, size = Panels.PointSize },
                    encoding = new { x = new { field = "mean", type = "quantitative", scale, axis }, y, yOffset = scales.Offset, color = scales.Colour, shape = scales.Shape, tooltip = Panels.Tooltip("target", "nominal", measure) },
                },
            ],
        };
    }
}
