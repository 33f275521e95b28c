namespace Geometry.Reports;

/// <summary>The plane of selectivity in which weights move: the field of their gradient as arrows, and the ways of neurons.</summary>
internal static class WeightPlanes
{
    private const int MostSettings = 3, MostNeurons = 30, Columns = 3;
    private const double Steps = 70, Margin = 1.25, ShortestArrow = 0.35;

    private static readonly string[] s_field = ["preferred", "inter", "intra", "inter_change", "intra_change"], s_ways = ["neuron", "preferred", "time", "inter", "intra"];

    /// <summary>Makes the chart; none where the dynamics were not computed.</summary>
    public static IEnumerable<Chart> Of(ResultView view)
    {
        TableView? field = TableView.Find(view.Results, "field", s_field), ways = TableView.Find(view.Results, "trajectories", s_ways);
        if (field is null && ways is null)
        {
            yield break;
        }

        var arrows = field?.FirstNetworks(view);
        var lines = ways?.FirstNetworks(view);
        Setting[] settings = [.. view.Settings.All.Where(setting => view.Nonlinearities.Any(name => arrows?.ContainsKey((setting, name)) == true || lines?.ContainsKey((setting, name)) == true))];
        Setting[] drawn = settings.Length <= MostSettings ? settings : [.. Enumerable.Range(0, MostSettings).Select(i => settings[i * (settings.Length - 1) / (MostSettings - 1)])];
        int columns = Math.Min(Columns, view.Nonlinearities.Count), side = columns == 3 ? 235 : 330;
        List<object> panels = [];
        foreach (Setting setting in drawn)
        {
            foreach (string name in view.Nonlinearities)
            {
                var plane = new Plane(field, arrows?.GetValueOrDefault((setting, name)) ?? [], ways, lines?.GetValueOrDefault((setting, name)) ?? [], name, side);
                if (plane.HasData)
                {
                    panels.Add(plane.Panel(setting.Label.Length == 0 ? NonlinearityStyle.WordOf(name) : $"{NonlinearityStyle.WordOf(name)}, {setting.Label}"));
                }
            }
        }

        if (panels.Count > 0)
        {
            string about = $"Plane of the class of target 1, first seed; grey arrows: the way of the gradient, longer where it is larger; lines: up to {MostNeurons} neurons from an open circle to a filled one, or out of the picture";
            string omitted = settings.Length > drawn.Length ? $" {drawn.Length} of {settings.Length} settings are drawn." : "";
            yield return ChartTheme.Chart(
                "weight-plane", $"Where the weights of neurons move: {Words(view)}", about,
                $"Vector fields with trajectories, one a nonlinearity{(drawn.Length > 1 ? " and setting" : "")}. {about}. Across: selectivity for the whole class; up: for one of its conditions against another.{Fractions(view)}{omitted}",
                panels, columns, 900);
        }
    }

    private static string Words(ResultView view)
    {
        (string Name, double Mean)[] means = Selective(view);
        return means.Length == 0 ? Figures.List([.. view.Nonlinearities.Select(NonlinearityStyle.WordOf)])
            : $"{Figures.List([.. means.Select(pair => $"{Figures.Of(pair.Mean)} of {NonlinearityStyle.WordOf(pair.Name)}")])} neurons end selective to the whole class";
    }

    private static string Fractions(ResultView view) =>
        string.Concat(Selective(view).Select(pair => $" {Figures.Sentence(NonlinearityStyle.WordOf(pair.Name))}: a fraction of {Figures.Of(pair.Mean)} responds to the whole class in the end."));

    private static (string Name, double Mean)[] Selective(ResultView view) => Comparison.Means(view, view.Final.Where(row => row.Row is { Score: "selectivity", Variant: "all" }));

    private sealed class Plane
    {
        private readonly (double Inter, double Intra, double Angle, double Length)[] _arrows;
        private readonly (int Neuron, (double Inter, double Intra)[] Points)[] _ways;
        private readonly string _nonlinearity;
        private readonly int _side;
        private readonly double _extent, _arrowPixels;

        public Plane(TableView? field, IReadOnlyList<IReadOnlyList<string>> arrows, TableView? ways, IReadOnlyList<IReadOnlyList<string>> lines, string nonlinearity, int side)
        {
            (_nonlinearity, _side) = (nonlinearity, side);
            var vectors = OfOneClass(field, arrows).Select(row => (X: field!.Number(row, "inter"), Y: field.Number(row, "intra"), U: field.Number(row, "inter_change"), V: field.Number(row, "intra_change")))
                .Where(arrow => arrow is { X: not null, Y: not null, U: not null, V: not null }).Select(arrow => (X: arrow.X!.Value, Y: arrow.Y!.Value, U: arrow.U!.Value, V: arrow.V!.Value)).ToArray();
            double largest = vectors.Select(arrow => Math.Sqrt((arrow.U * arrow.U) + (arrow.V * arrow.V))).DefaultIfEmpty(0).Max();

            // The root brings small gradients into view.
            _arrows = [.. vectors.Where(arrow => arrow.U != 0 || arrow.V != 0).Select(arrow =>
                (arrow.X, arrow.Y, Math.Atan2(arrow.U, arrow.V) * 180 / Math.PI, Math.Sqrt(Math.Sqrt((arrow.U * arrow.U) + (arrow.V * arrow.V)) / largest)))];
            _ways = [.. OfOneClass(ways, lines).GroupBy(row => ways!.Text(row, "neuron")).Take(MostNeurons)
                .Select((neuron, i) => (i, neuron.Select(row => (Time: ways!.Number(row, "time") ?? 0, X: ways.Number(row, "inter") ?? 0, Y: ways.Number(row, "intra") ?? 0))
                    .OrderBy(point => point.Time).Select(point => (point.X, point.Y)).ToArray()))];
            double grid = vectors.Select(arrow => Math.Max(Math.Abs(arrow.X), Math.Abs(arrow.Y))).DefaultIfEmpty(0).Max();

            // Weights that grow without end would leave nothing to see of the field.
            _extent = grid > 0 ? grid * Margin : _ways.SelectMany(way => way.Points).Select(point => Math.Max(Math.Abs(point.Inter), Math.Abs(point.Intra)) * 1.05).DefaultIfEmpty(0).Max();
            int across = vectors.Select(arrow => arrow.X).Distinct().Count();
            _arrowPixels = across < 2 ? 0 : 0.95 * side * (grid / _extent) / (across - 1);
        }

        public bool HasData => _extent > 0 && (_arrows.Length > 1 || _ways.Length > 0);

        public object Panel(string heading)
        {
            object axis = new { tickCount = 5, grid = false };
            object X(string field) => new { field, type = "quantitative", title = "selectivity for the class (weight units)", scale = new { domain = new[] { -_extent, _extent }, nice = false }, axis };
            object Y(string field) => new { field, type = "quantitative", title = "selectivity within the class", scale = new { domain = new[] { -_extent, _extent }, nice = false }, axis };
            string colour = NonlinearityStyle.Of(_nonlinearity).Colour;
            List<object> layers = [];
            if (_arrows.Length > 0)
            {
                layers.Add(new
                {
                    data = Spec.Data(_arrows.Select(arrow => (object)new
                    {
                        inter = arrow.Inter, intra = arrow.Intra, angle = Math.Round(arrow.Angle, 1), size = Math.Round(Math.Pow(_arrowPixels * Math.Max(ShortestArrow, arrow.Length), 2), 1),
                    })),
                    mark = new { type = "point", shape = "arrow", filled = true, color = "#9a9a9a", opacity = 0.9, strokeWidth = 0 },
                    encoding = new
                    {
                        x = X("inter"), y = Y("intra"), angle = new { field = "angle", type = "quantitative", scale = Spec.None }, size = new { field = "size", type = "quantitative", scale = Spec.None },
                    },
                });
            }

            if (_ways.Length > 0)
            {
                layers.Add(new
                {
                    data = Spec.Data(_ways.SelectMany(way => Thinned(way.Points).Select((point, t) => (object)new { neuron = way.Neuron, t, inter = point.Inter, intra = point.Intra }))),
                    mark = new { type = "line", clip = true, color = colour, opacity = 0.75, strokeWidth = 1.2 },
                    encoding = new { x = X("inter"), y = Y("intra"), detail = new { field = "neuron", type = "nominal" }, order = new { field = "t", type = "quantitative" } },
                });
                layers.Add(Ends(0, X, Y, new { type = "point", clip = true, filled = true, fill = "#ffffff", stroke = colour, strokeWidth = 1, size = 12, opacity = 1 }));
                layers.Add(Ends(^1, X, Y, new { type = "point", clip = true, filled = true, color = colour, size = 26, opacity = 0.9 }));
            }

            return new { title = ChartTheme.Heading(heading, _side), width = _side, height = _side, layer = layers };
        }

        // The planes of the two classes are alike; that of target 1 is drawn, or the only one.
        private static IReadOnlyList<IReadOnlyList<string>> OfOneClass(TableView? table, IReadOnlyList<IReadOnlyList<string>> rows) =>
            table is null ? [] : rows.Any(row => table.Text(row, "preferred") == "true") ? [.. rows.Where(row => table.Text(row, "preferred") == "true")] : rows;

        private object Ends(Index which, Func<string, object> x, Func<string, object> y, object mark) => new
        {
            data = Spec.Data(_ways.Select(way => (object)new { inter = way.Points[which].Inter, intra = way.Points[which].Intra })), mark, encoding = new { x = x("inter"), y = y("intra") },
        };

        // Steps that are too short to be seen are left out.
        private IEnumerable<(double Inter, double Intra)> Thinned((double Inter, double Intra)[] points)
        {
            (double Inter, double Intra)? last = null;
            for (int i = 0; i < points.Length; i++)
            {
                if (last is not { } known || i == points.Length - 1 || Math.Abs(points[i].Inter - known.Inter) + Math.Abs(points[i].Intra - known.Intra) > _extent / Steps)
                {
                    last = points[i];
                    yield return points[i];
                }
            }
        }
    }
}
