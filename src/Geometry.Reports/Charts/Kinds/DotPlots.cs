using System.Globalization;

namespace Geometry.Reports;

/// <summary>Scores of the last layer with nonlinearities or settings below each other, as points with intervals.</summary>
internal static class DotPlots
{
    private const int Many = 5, MostRows = 40, MostMeasures = 9, MostFacets = 3, PageWidth = 860, Gap = 34, MostWidth = 330, PixelsPerCharacter = 6, RowHeight = 20, LabelWidth = 300, Wide = 900, FewRows = 4, MostTicks = 300;
    private const double Constant = 1e-9;

    /// <summary>Makes the charts: nonlinearities where there is but one setting, or many of them; else settings, unless other charts show these.</summary>
    public static IEnumerable<Chart> Of(ResultView view)
    {
        int settings = view.Settings.All.Count;
        return view.Nonlinearities.Count >= Many || settings == 1 ? Nonlinearities(view)
            : view.Settings.Axes.Count == 0 ? Settings(view)
            : [];
    }

    private static IEnumerable<Chart> Nonlinearities(ResultView view)
    {
        if (view.Nonlinearities.Count < 2)
        {
            yield break;
        }

        foreach (IGrouping<MeasureFamily, Measure> family in view.Measures.GroupBy(measure => measure.Family))
        {
            foreach (Setting setting in view.Settings.All.Take(MostFacets))
            {
                MeasuredRow[] rows = [.. view.LastLayer.Where(row => row.Setting == setting)];
                Measure[] measures = [.. family.OrderBy(PanelCharts.Priority).Take(MostMeasures)];
                (string Name, double Mean)[] sorted = [.. Comparison.Means(view, rows.Where(row => row.Measure == measures[0])).OrderByDescending(pair => pair.Mean)];
                string[] order = [.. sorted.Select(pair => pair.Name).Concat(view.Nonlinearities).Distinct()];
                string of = setting.Label.Length == 0 ? "" : $", {setting.Label}";
                string extremes = sorted.Length == 0 ? "no defined value"
                    : $"from {Figures.Of(sorted[0].Mean)} ({NonlinearityStyle.WordOf(sorted[0].Name)}) to {Figures.Of(sorted[^1].Mean)} ({NonlinearityStyle.WordOf(sorted[^1].Name)})";
                string suffix = view.Settings.All.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{setting.Index + 1}");
                string familyPart = family.Key == MeasureFamily.Geometry ? "" : $"-{family.Key.ToString().ToLowerInvariant()}";
                var plot = new Plot(view, "nonlinearity", [.. order.Select(NonlinearityStyle.WordOf)], row => NonlinearityStyle.WordOf(row.Row.Nonlinearity), measures, showsNetworks: order.Length <= FewRows && rows.Select(row => row.Row.Cell).Distinct().Count() <= MostTicks);
                if (plot.Chart($"nonlinearities{familyPart}{suffix}", $"{measures[0].Title} by nonlinearity{of}: {extremes}", rows) is { } chart)
                {
                    yield return chart;
                }
            }
        }
    }

    private static IEnumerable<Chart> Settings(ResultView view)
    {
        Setting[] settings = [.. view.Settings.All.Take(MostRows)];
        foreach (IGrouping<MeasureFamily, Measure> family in view.Measures.GroupBy(measure => measure.Family))
        {
            Measure[] measures = [.. family.OrderBy(PanelCharts.Priority).Take(MostMeasures)];
            MeasuredRow[] rows = [.. view.LastLayer.Where(row => settings.Contains(row.Setting))];
            var plot = new Plot(view, "setting", [.. settings.Select(setting => Figures.Sentence(setting.Label))], row => Figures.Sentence(row.Setting.Label), measures, showsNetworks: false);
            MeasuredRow[] lead = [.. rows.Where(row => row.Measure == measures[0])];
            string finding = Comparison.Ahead(view, lead.GroupBy(row => row.Setting), "setting") ?? Comparison.Values(view, lead);
            string omitted = view.Settings.All.Count > settings.Length ? $" The first {settings.Length} of {view.Settings.All.Count} settings are drawn; the others are in the table." : "";
            string id = family.Key == MeasureFamily.Geometry ? "settings" : $"settings-{family.Key.ToString().ToLowerInvariant()}";
            if (plot.Chart(id, $"{measures[0].Title} by setting: {finding}", rows, omitted) is { } chart)
            {
                yield return chart;
            }
        }
    }

    private sealed class Plot(ResultView view, string title, string[] order, Func<MeasuredRow, string> place, IReadOnlyList<Measure> measures, bool showsNetworks)
    {
        // Labels stand beside the first panel of a row alone.
        private int Width => Math.Min(MostWidth, ((PageWidth - Math.Min(LabelWidth, order.Max(label => label.Length) * PixelsPerCharacter)) / Columns) - Gap);

        private int Columns => measures.Count is 2 or 4 ? 2 : 3;

        public Chart? Chart(string id, string heading, MeasuredRow[] rows, string omitted = "")
        {
            List<object> panels = [];
            List<MeanPoint> points = [];
            List<string> details = [];
            foreach (Measure measure in measures)
            {
                MeasuredRow[] own = [.. rows.Where(row => row.Measure == measure)];
                var means = own.GroupBy(row => (Place: place(row), row.Row.Nonlinearity)).Select(group => (group.Key.Place, group.Key.Nonlinearity, Point: MeanPoint.Of(group.Select(row => row.Row))))
                    .Where(mean => mean.Point is not null).Select(mean => (mean.Place, mean.Nonlinearity, Point: mean.Point!)).ToArray();
                if (means.Length < 2 || means.Max(mean => mean.Point.Mean) - means.Min(mean => mean.Point.Mean) < Constant)
                {
                    details.AddRange(means.Length < 2 ? [] : [$"{measure.Title}: {Figures.Of(means[0].Point.Mean)} throughout, not drawn"]);
                    continue;
                }

                points.AddRange(means.Select(mean => mean.Point));
                details.Add($"{measure.Title}: {Comparison.Values(view, own)}");
                panels.Add(Panel(measure, means, own, panels.Count % Columns == 0));
            }

            if (panels.Count == 0)
            {
                return null;
            }

            string intervals = Figures.Sentence(MeanPoint.Words(points, ResultView.NetworksOf(measures[0].Family))) + (showsNetworks ? "; faint ticks: single ones" : "");
            return ChartTheme.Chart(id, heading, intervals, $"{intervals}. {string.Join(". ", details)}.{ResultView.Undefined(rows)}{omitted}", panels, Columns, Wide);
        }

        private object Panel(Measure measure, (string Place, string Nonlinearity, MeanPoint Point)[] means, MeasuredRow[] rows, bool hasLabels)
        {
            double[] drawn = showsNetworks ? [.. rows.Where(row => row.Row.Value is not null).Select(row => row.Row.Value!.Value)] : [.. means.Select(mean => mean.Point.Mean)];
            object scale = measure.Scale(drawn);
            object axis = new { title = measure.Axis, tickCount = 5 };
            object y = new { field = "x", type = "nominal", sort = order, scale = new { domain = order }, axis = hasLabels ? (object)new { title = "", labelLimit = LabelWidth, grid = true } : new { labels = false, ticks = false, grid = true, title = "" } };
            object x = new { field = "mean", type = "quantitative", scale, axis };
            bool isOneColour = view.Nonlinearities.Count >= Many || (order.Length == view.Nonlinearities.Count && title == "nonlinearity");
            NonlinearityScales scales = isOneColour ? view.Scales.WithoutLegend() : view.Scales;
            object? yOffset = isOneColour ? null : scales.Offset;
            List<object> layers = [.. Panels.Chance(measure, isVertical: true)];
            if (showsNetworks)
            {
                layers.Add(new
                {
                    data = Spec.Data(rows.Where(row => row.Row.Value is not null).Select(row => (object)new { x = place(row), f = NonlinearityStyle.WordOf(row.Row.Nonlinearity), value = row.Row.Value })),
                    mark = new { type = "tick", opacity = 0.35, thickness = 1 },
                    encoding = new { x = new { field = "value", type = "quantitative", scale, axis }, y, color = scales.Colour },
                });
            }

            layers.AddRange(Panels.SidewaysBars(means.Select(mean => mean.Point), y, yOffset, scale, axis, scales));
            layers.Add(new
            {
                mark = new { type = "point", filled = true, opacity = 1, size = Panels.PointSize + 14 },
                encoding = new { x, y, yOffset, color = scales.Colour, shape = scales.Shape, tooltip = Panels.Tooltip(title, "nominal", measure) },
            });
            return new
            {
                title = ChartTheme.Heading(measure.Title, Width),
                width = Width,
                height = new Dictionary<string, object> { ["step"] = RowHeight + (order.Length <= FewRows ? 8 : 0), ["for"] = "position" },
                data = Spec.Data(means.Select(mean => Panels.Row(mean.Place, mean.Nonlinearity, mean.Point, measure))),
                layer = layers,
            };
        }
    }
}
