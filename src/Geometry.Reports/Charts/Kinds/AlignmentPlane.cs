using Geometry.Experiments;
using Geometry.Scores;

namespace Geometry.Reports;

/// <summary>
/// Alignment with the target against alignment with the input, a point a network, under the arc that the alignment of input and target bounds: the angles arccos A between
/// kernels obey the triangle inequality, so that an alignment a with the input leaves cos(arccos c + arccos a) to cos(arccos c - arccos a) for that with the target.
/// </summary>
internal static class AlignmentPlane
{
    private const int MostFacets = 6, MostPoints = 1500, ArcPoints = 60, MostWords = 4;
    private const double SameSkew = 0.3, Tolerance = 1e-6;

    /// <summary>Makes the chart; none without both alignments.</summary>
    public static IEnumerable<Chart> Of(ResultView view)
    {
        Measure[] alignments = [.. view.Measures.Where(measure => measure.Key.StartsWith($"{Alignment.Name}-centred-conditions", StringComparison.Ordinal))];
        Measure? target = alignments.FirstOrDefault(measure => measure.Title.EndsWith("with the target", StringComparison.Ordinal)),
            input = alignments.FirstOrDefault(measure => measure.Title.EndsWith("with the input", StringComparison.Ordinal));
        if (target is null || input is null)
        {
            yield break;
        }

        Network[] networks = [.. NetworksOf(view, input, target)];
        if (networks.Length < 2)
        {
            yield break;
        }

        IReadOnlyList<(string Label, IReadOnlyList<Setting> Settings)> facets = view.Settings.All.Count > MostFacets
            ? [("", view.Settings.All)]
            : [.. view.Settings.All.Select(setting => (setting.Label, (IReadOnlyList<Setting>)[setting]))];
        Network[][] groups = [.. facets.Select(facet => facets.Count == 1 ? networks : networks.Where(network => facet.Settings.Contains(network.Setting)).ToArray())];
        (int columns, int width, _) = ChartTheme.Layout(facets.Count);
        int side = Math.Min(width, 330);
        List<object> panels = [];
        List<string> words = [];
        foreach ((string label, Network[] own) in facets.Zip(groups, (facet, group) => (facet.Label, group)))
        {
            if (own.Length > 0)
            {
                panels.Add(Panel(view, Figures.Sentence(label), own, side, Step(networks.Length)));
                words.Add($"{(label.Length == 0 ? "" : $"{Figures.Sentence(label)}: ")}{Words(view, own)}");
            }
        }

        bool hasArc = groups.Any(group => Skew(group) is not null), hasStart = networks.Any(network => network.Start is not null);
        string about = $"One point a network{(hasStart ? ", with a line from where it was before training" : "")}{(hasArc ? "; dashed: the arc that the alignment of input and target, as it is on average, allows" : "")}";
        string omitted = networks.Length > MostPoints ? $" Of {networks.Length} networks one in {Step(networks.Length)} is drawn." : "";
        yield return ChartTheme.Chart(
            "alignment-plane", $"Alignment with the target against alignment with the input: {Words(view, networks)}", about,
            $"Scatter plot. {about}. Means with the input and with the target: {string.Join(". ", words)}.{omitted}", panels, columns, 900);
    }

    // The last layer at the end of training, and at its beginning where networks were scored then.
    private static IEnumerable<Network> NetworksOf(ResultView view, Measure input, Measure target)
    {
        ILookup<string, MeasuredRow> first = view.Rows.Where(row => row.Row.Epoch == 0 && (row.Measure == input || row.Measure == target) && row.Row.Value is not null).ToLookup(row => row.Row.Cell);
        foreach (IGrouping<string, MeasuredRow> cell in view.LastLayer.Where(row => row.Measure == input || row.Measure == target).GroupBy(row => row.Row.Cell))
        {
            MeasuredRow? x = cell.FirstOrDefault(row => row.Measure == input && row.Row.Value is not null), y = cell.FirstOrDefault(row => row.Measure == target && row.Row.Value is not null);
            if (x is null || y is null)
            {
                continue;
            }

            ResultRow? startX = first[cell.Key].FirstOrDefault(row => row.Measure == input && row.Row.Layer == x.Row.Layer)?.Row, startY = first[cell.Key].FirstOrDefault(row => row.Measure == target && row.Row.Layer == x.Row.Layer)?.Row;
            (double, double)? start = x.Row.Epoch > 0 && startX is not null && startY is not null ? (startX.Value!.Value, startY.Value!.Value) : null;
            yield return new Network(x.Setting, x.Row.Nonlinearity, x.Row.Value!.Value, y.Row.Value!.Value, start, AnglesOf(x.Row.Value.Value, y.Row));
        }
    }

    // The distance of the angles of target and input is that of the ceiling: the angle between input and target is one of two, or the only one that is possible.
    private static double[] AnglesOf(double input, ResultRow target)
    {
        if (target.Ceiling is not { } ceiling)
        {
            return [];
        }

        double own = Math.Acos(Math.Clamp(input, -1, 1)), distance = Math.Acos(Math.Clamp(ceiling, -1, 1));
        return [.. new[] { own + distance, own - distance }.Where(angle => angle >= 0 && angle <= (Math.PI / 2) + Tolerance)];
    }

    // Networks of one setting have nearly the same task: where there are two angles, the right one is that of the others.
    private static double? Skew(Network[] networks)
    {
        double[] certain = [.. networks.Where(network => network.Angles.Length == 1).Select(network => network.Angles[0]).Order()];
        if (networks.All(network => network.Angles.Length == 0))
        {
            return null;
        }

        double middle = certain.Length > 0 ? certain[certain.Length / 2] : networks.First(network => network.Angles.Length > 0).Angles[0];
        double[] skews = [.. networks.Where(network => network.Angles.Length > 0).Select(network => Math.Cos(network.Angles.MinBy(angle => Math.Abs(angle - middle))))];
        return skews.Max() - skews.Min() < SameSkew ? skews.Average() : null;
    }

    private static int Step(int networks) => (networks + MostPoints - 1) / MostPoints;

    private static string Words(ResultView view, IReadOnlyCollection<Network> networks)
    {
        string[] parts = [.. view.Nonlinearities.Select(name => (name, own: networks.Where(network => network.Nonlinearity == name).ToArray())).Where(pair => pair.own.Length > 0)
            .Take(view.Nonlinearities.Count > MostWords ? 2 : MostWords).Select(pair => $"{NonlinearityStyle.WordOf(pair.name)} at ({Figures.Of(pair.own.Average(network => network.Input))}, {Figures.Of(pair.own.Average(network => network.Target))})")];
        return Figures.List(parts);
    }

    private static object Panel(ResultView view, string heading, Network[] networks, int side, int step)
    {
        Network[] drawn = [.. networks.Where((_, i) => i % step == 0)];
        object axis = new { tickCount = 5 };
        object X(string field) => new { field, type = "quantitative", scale = new { domain = new[] { 0, 1 } }, title = "alignment with the input", axis };
        object Y(string field) => new { field, type = "quantitative", scale = new { domain = new[] { 0, 1 } }, title = "alignment with the target", axis };
        List<object> layers = [];
        if (Skew(networks) is { } skew)
        {
            layers.Add(new
            {
                data = Spec.Data(Arc(skew).Select(point => (object)new { arcInput = point.Input, arcTarget = point.Target })),
                mark = new { type = "line", color = ChartTheme.Guide, strokeDash = new[] { 5, 3 }, strokeWidth = 1.5 },
                encoding = new { x = X("arcInput"), y = Y("arcTarget"), order = new { field = "arcInput", type = "quantitative" } },
            });
        }

        NonlinearityScales scales = view.Scales;
        if (drawn.Any(network => network.Start is not null))
        {
            layers.Add(new
            {
                transform = new[] { new { filter = "isValid(datum.fromInput)" } },
                mark = new { type = "rule", opacity = 0.45, strokeWidth = 1 },
                encoding = new { x = X("fromInput"), y = Y("fromTarget"), x2 = new { field = "input" }, y2 = new { field = "target" }, color = scales.Colour },
            });
        }

        layers.Add(new
        {
            mark = new { type = "point", filled = true, opacity = 0.75, size = 40 },
            encoding = new
            {
                x = X("input"), y = Y("target"), color = scales.Colour, shape = scales.Shape,
                tooltip = new object[]
                {
                    new { field = NonlinearityScales.Field, type = "nominal", title = "nonlinearity" }, new { field = "input", type = "quantitative", title = "with the input", format = ".3f" },
                    new { field = "target", type = "quantitative", title = "with the target", format = ".3f" },
                },
            },
        });
        return new
        {
            title = ChartTheme.Heading(heading, side),
            width = side,
            height = side,
            data = Spec.Data(drawn.Select(network => (object)new
            {
                f = NonlinearityStyle.WordOf(network.Nonlinearity), input = network.Input, target = network.Target, fromInput = network.Start?.Input, fromTarget = network.Start?.Target,
            })),
            layer = layers,
        };
    }

    private static IEnumerable<(double Input, double Target)> Arc(double skew) => Enumerable.Range(0, ArcPoints + 1)
        .Select(i => Math.PI / 2 * i / ArcPoints).Select(angle => (Math.Cos(angle), Math.Cos(angle - Math.Acos(skew))));

    private sealed record Network(Setting Setting, string Nonlinearity, double Input, double Target, (double Input, double Target)? Start, double[] Angles);
}
