namespace Geometry.Reports;

/// <summary>The weights that units of deeper layers have in effect, in the plane of selectivity.</summary>
internal static class EffectiveWeightsPlot
{
    private const int MostPoints = 300, MostLayers = 6;

    /// <summary>Makes the chart: a panel a layer; none where no network of several layers was looked at.</summary>
    public static IEnumerable<Chart> Of(ResultView view)
    {
        TableView? table = TableView.Find(view.Results, "effective-weights", "layer", "preferred", "inter", "intra");
        if (table is null)
        {
            yield break;
        }

        var networks = table.FirstNetworks(view).Where(pair => pair.Key.Setting == view.Settings.All[0]).OrderBy(pair => view.Nonlinearities.ToList().IndexOf(pair.Key.Nonlinearity)).ToArray();
        var points = networks.SelectMany(network => network.Value.Where(row => table.Text(row, "preferred") == "true")
            .Select(row => (Layer: table.Text(row, "layer"), network.Key.Nonlinearity, X: table.Number(row, "inter"), Y: table.Number(row, "intra")))).Where(point => point is { X: not null, Y: not null }).ToArray();
        string[] layers = [.. points.Select(point => point.Layer).Distinct().Take(MostLayers)];
        if (points.Length < 2)
        {
            yield break;
        }

        (int columns, int width, _) = ChartTheme.Layout(layers.Length);
        List<object> panels = [];
        List<string> words = [];
        foreach (string layer in layers)
        {
            var own = points.Where(point => point.Layer == layer).ToArray();
            int step = ((own.Length - 1) / MostPoints) + 1;
            double extent = own.Max(point => Math.Max(Math.Abs(point.X!.Value), Math.Abs(point.Y!.Value))) * 1.05;
            object scale = new { domain = new[] { -extent, extent }, nice = false };
            NonlinearityScales scales = view.Scales;
            panels.Add(new
            {
                title = ChartTheme.Heading($"Layer {layer}", width),
                width,
                height = width,
                data = Spec.Data(own.Where((_, i) => i % step == 0).Select(point => (object)new { f = NonlinearityStyle.WordOf(point.Nonlinearity), inter = point.X, intra = point.Y })),
                mark = new { type = "point", filled = true, opacity = 0.5, size = 18 },
                encoding = new
                {
                    x = new { field = "inter", type = "quantitative", scale, title = "selectivity for the class" }, y = new { field = "intra", type = "quantitative", scale, title = "selectivity within the class" },
                    color = scales.Colour, shape = scales.Shape,
                },
            });
            words.Add($"Layer {layer}: {Counted.Of(own.Length, "weight")}{(step > 1 ? $", of which one in {step} is drawn" : "")}");
        }

        yield return ChartTheme.Chart(
            "effective-weights", "Effective weights of the units, layer by layer, in the plane of selectivity", "A point a unit and condition; first seed, class of target 1",
            $"Scatter plots, one a layer: selectivity for the whole class against selectivity for one of its conditions. {string.Join(". ", words)}.", panels, columns, 900);
    }
}
