namespace Geometry.Reports;

/// <summary>Scores of the last layer over two variables of numbers: a map for each nonlinearity, and one for the difference of tanh and ReLU.</summary>
internal static class HeatMaps
{
    private const int MostFacets = 4, MostNonlinearities = 6, MostMeasures = 9, Side = 205, Wide = 900, MostAcross = 8, MostUp = 14, MostCells = 40;

    /// <summary>Makes a chart a measure; none without two such variables.</summary>
    public static IEnumerable<Chart> Of(ResultView view)
    {
        if (view.Settings.Axes.Count < 2 || view.Nonlinearities.Count > MostNonlinearities)
        {
            yield break;
        }

        NumericAxis[] axes = [.. view.Settings.Axes.OrderByDescending(axis => axis.Numbers.Count).Take(2).Select(axis => axis.Grouped(MostCells))];
        IReadOnlyList<(string Label, IReadOnlyList<Setting> Settings)> facets = view.Settings.Facets(axes);
        foreach (Measure measure in view.Measures.OrderBy(PanelCharts.Priority).Take(MostMeasures))
        {
            MeasuredRow[] rows = [.. view.LastLayer.Where(row => row.Measure == measure)];
            var map = new Map(view, measure, axes[0], axes[1]);
            List<object> panels = [];
            List<string> words = [];
            foreach ((string label, IReadOnlyList<Setting> settings) in facets.Take(MostFacets))
            {
                HashSet<int> indexes = [.. settings.Select(setting => setting.Index)];
                map.Add([.. rows.Where(row => indexes.Contains(row.Setting.Index))], label, panels, words);
            }

            if (panels.Count > 0)
            {
                string omitted = facets.Count > MostFacets ? $" The first {MostFacets} of {facets.Count} further settings are drawn." : "";
                string grouped = axes[0].Note + axes[1].Note;
                string about = $"Means over {Figures.Range(map.Points.Min(point => point.N), map.Points.Max(point => point.N))} networks; grey: no value";
                string title = $"{measure.Title} over {axes[0].Title} and {axes[1].Title}: {words[0]}";
                yield return ChartTheme.Chart(
                    $"map-{measure.Key}", title, about,
                    $"Heat maps, one a nonlinearity{(map.HasDifference ? " and one of the difference" : "")}. {about}. {Figures.Sentence(string.Join(". ", words))}.{ResultView.Undefined(rows)}{omitted}{grouped}",
                    panels, map.HasDifference || view.Nonlinearities.Count % 3 == 0 ? 3 : 2, Wide, isShared: false);
            }
        }
    }

    private sealed class Map(ResultView view, Measure measure, NumericAxis across, NumericAxis up)
    {
        private readonly string[] _compared = [.. view.Nonlinearities.Where(name => name is "tanh" or "relu")];
        private readonly List<MeanPoint> _points = [];

        public IReadOnlyCollection<MeanPoint> Points => _points;

        public bool HasDifference => _compared.Length == 2;

        public void Add(MeasuredRow[] rows, string label, List<object> panels, List<string> words)
        {
            var means = rows.GroupBy(row => (row.Row.Nonlinearity, X: across.Of(row.Setting), Y: up.Of(row.Setting)))
                .Select(group => (group.Key, Point: MeanPoint.Of(group.Select(row => row.Row)))).Where(pair => pair.Point is not null)
                .ToDictionary(pair => pair.Key, pair => pair.Point!);
            if (means.Count < 4)
            {
                return;
            }

            _points.AddRange(means.Values);
            string prefix = label.Length == 0 ? "" : $"{Figures.Sentence(label)}: ";
            double[] values = [.. means.Values.Select(point => point.Mean)];
            object scale = double.IsFinite(measure.Maximum)
                ? new { scheme = "viridis", domain = new[] { measure.Minimum < 0 && values.Min() >= -Figures.Rounding ? 0 : measure.Minimum, measure.Maximum } }
                : new { scheme = "viridis", domain = new[] { Math.Min(values.Min(), 0), values.Max() } };
            foreach (string name in view.Nonlinearities)
            {
                panels.Add(Panel($"{prefix}{NonlinearityStyle.WordOf(name)}", means.Where(pair => pair.Key.Nonlinearity == name).Select(pair => Cell(pair.Key.X, pair.Key.Y, pair.Value.Mean)), scale, measure.Axis));
            }

            string range = $"from {Figures.Of(values.Min())} to {Figures.Of(values.Max())}";
            words.Add($"{prefix}{(HasDifference ? AddDifference(means, prefix, panels) : range)}");
        }

        private string AddDifference(Dictionary<(string Nonlinearity, double X, double Y), MeanPoint> means, string prefix, List<object> panels)
        {
            (double X, double Y, double Value)[] differences = [.. means.Keys.Where(key => key.Nonlinearity == "tanh" && means.ContainsKey(("relu", key.X, key.Y)))
                .Select(key => (key.X, key.Y, means[key].Mean - means[("relu", key.X, key.Y)].Mean))];
            double most = differences.Select(cell => Math.Abs(cell.Value)).DefaultIfEmpty(0).Max();
            double end = most > 0 ? most : 1;

            // Blue is tanh's colour and orange next to ReLU's.
            panels.Add(Panel($"{prefix}tanh − ReLU", differences.Select(cell => Cell(cell.X, cell.Y, cell.Value)), new { scheme = "blueorange", reverse = true, domain = new[] { -end, end }, domainMid = 0 }, "difference"));
            if (differences.Length == 0)
            {
                return "no place with both";
            }

            (double x, double y, double largest) = differences.MaxBy(cell => Math.Abs(cell.Value));
            return $"tanh above ReLU in {differences.Count(cell => cell.Value > 0)} of {differences.Length} places; largest difference (tanh − ReLU) {Figures.Signed(largest)} at {across.Title} {Figures.Plain(x)} and {up.Title} {Figures.Plain(y)}";
        }

        private static object Cell(double x, double y, double value) => new { x, y, value };

        private object Panel(string heading, IEnumerable<object> cells, object scale, string legend) => new
        {
            title = ChartTheme.Heading(heading, Side),
            width = Side,
            height = Side,
            view = new { fill = "#dddddd", stroke = "#888888" },
            data = Spec.Data(cells),
            mark = new { type = "rect" },
            encoding = new
            {
                x = Position("x", across, "ascending"),
                y = Position("y", up, "descending"),
                color = new
                {
                    field = "value", type = "quantitative", scale, legend = new { orient = "bottom", title = legend, titleLimit = Side + 40, gradientLength = Side - 10, gradientThickness = 10, tickCount = 4 },
                },
                tooltip = new object[]
                {
                    new { field = "x", type = "quantitative", title = across.Title }, new { field = "y", type = "quantitative", title = up.Title },
                    new { field = "value", type = "quantitative", title = legend, format = ".4~g" },
                },
            },
        };

        private static object Position(string field, NumericAxis axis, string sort)
        {
            double[] numbers = [.. axis.Numbers.Values.Distinct().Order()];
            int most = sort == "ascending" ? MostAcross : MostUp, step = (numbers.Length + most - 1) / most;
            return new
            {
                field, type = "ordinal", sort, scale = new { domain = sort == "ascending" ? numbers : [.. numbers.Reverse()] },
                axis = new { title = axis.Title, labelAngle = 0, labelExpr = Panels.PlainNumber, values = step > 1 ? numbers.Where((_, i) => i % step == 0).ToArray() : null, labelOverlap = "greedy" },
            };
        }
    }
}
