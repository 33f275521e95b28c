using System.Globalization;

namespace Geometry.Reports;

/// <summary>What the simplified dynamics do over time, and how they compare with true training.</summary>
internal static class DynamicsCourse
{
    private const int MostSettings = 3, MostSamples = 100;

    private static readonly (string Column, Measure Measure)[] s_course =
    [
        ("all", Fraction("Neurons that respond to the whole class")), ("some", Fraction("Neurons that respond to a part of the class")), ("none", Fraction("Neurons that do not respond")),
        ("target_alignment", Alignment("Alignment with the target")), ("input_alignment", Alignment("Alignment with the input")),
    ];

    private static readonly (string Name, string Words)[] s_matches = [("Epoch", "at equal time"), ("WeightGrowth", "at equal growth of the weights"), ("Loss", "at equal loss")];

    /// <summary>Makes a chart of the course for each of the first settings; none where there are many, whose ends other charts show.</summary>
    public static IEnumerable<Chart> Of(ResultView view)
    {
        TableView? table = TableView.Find(view.Results, "selectivity", ["time", .. s_course.Select(pair => pair.Column)]);
        if (table is null || view.Settings.All.Count > MostSettings)
        {
            return [];
        }

        return ByClock(view, table, "course", "over the time of the dynamics", "time of the dynamics", "seed", cells => s_course.Select(pair =>
            (pair.Measure.Title, pair.Measure, Means(table, cells, pair.Column, "time"))));
    }

    /// <summary>Makes a chart of the comparison for each of the first settings.</summary>
    public static IEnumerable<Chart> OfComparison(ResultView view)
    {
        TableView? table = TableView.Find(view.Results, "comparison", "epochs", "match", "correlation", "target_alignment", "simplified_target_alignment");
        var correlation = new Measure("correlation", "Correlation of the changes of weights", "correlation", -1, 1, null, MeasureFamily.Simplification);
        var gap = new Measure("gap", "Alignment with the target, simplified minus true", "difference of alignments", -1, 1, null, MeasureFamily.Simplification);
        return table is null ? [] : ByClock(view, table, "comparison", "of simplified and true training", "epoch (passes over the training rows)", "network", cells =>
            s_matches.Select(match => ($"{correlation.Title}, {match.Words}", correlation, Means(table, Matching(table, cells, match.Name), "correlation", "epochs")))
                .Concat(s_matches.Select(match => ($"{gap.Title}, {match.Words}", gap, Means(table, Matching(table, cells, match.Name), "simplified_target_alignment", "epochs", "target_alignment")))));
    }

    private static Measure Fraction(string title) => new(title, title, "fraction of neurons", 0, 1, null, MeasureFamily.Dynamics);

    private static Measure Alignment(string title) => new(title, title, "alignment (cosine of kernels)", 0, 1, null, MeasureFamily.Dynamics);

    private static IEnumerable<Chart> ByClock(
        ResultView view, TableView table, string id, string topic, string clock, string network,
        Func<IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>>, IEnumerable<(string Heading, Measure Measure, List<(double X, MeanPoint Point)> Means)>> series)
    {
        var cells = table.Rows.GroupBy(row => table.Text(row, "cell")).Where(cell => view.Settings.Knows(cell.Key)).ToArray();
        foreach (Setting setting in view.Settings.All.Take(MostSettings))
        {
            var drawn = view.Nonlinearities.SelectMany(name =>
            {
                IReadOnlyList<IReadOnlyList<string>>[] own = [.. cells.Where(cell => view.Settings.Of(cell.Key) == setting && table.Text(cell.First(), "nonlinearity") == name).Select(cell => (IReadOnlyList<IReadOnlyList<string>>)[.. cell])];
                return own.Length == 0 ? [] : series(own).Select(item => (item.Heading, item.Measure, Name: name, item.Means));
            }).Where(item => item.Means.Count > 1).GroupBy(item => (item.Heading, item.Measure)).ToArray();
            if (drawn.Length == 0)
            {
                continue;
            }

            (int columns, int width, int height) = ChartTheme.Layout(drawn.Length);
            List<object> panels = [];
            List<string> words = [];
            foreach (var panel in drawn)
            {
                (double X, string Nonlinearity, MeanPoint Point)[] points = [.. panel.SelectMany(item => item.Means.Select(mean => (mean.X, item.Name, mean.Point)))];
                NumericAxis axis = new("", clock, points.Select(point => point.X).Distinct().ToDictionary(Figures.Plain, x => x));
                panels.Add(LinePanel.Of(panel.Key.Heading, panel.Key.Measure, points, axis.Axis(clock), axis.Scale, clock, view.Scales, (width, height)));
                words.Add($"{panel.Key.Heading}: from {Ends(panel.Select(item => (item.Name, item.Means[0].Point.Mean)))} to {Ends(panel.Select(item => (item.Name, item.Means[^1].Point.Mean)))}");
            }

            string intervals = Figures.Sentence(MeanPoint.Words([.. drawn.SelectMany(panel => panel.SelectMany(item => item.Means.Select(mean => mean.Point)))], network));
            string suffix = view.Settings.All.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{setting.Index + 1}"), of = setting.Label.Length == 0 ? "" : $", {setting.Label}";
            string omitted = view.Settings.All.Count > MostSettings ? $" The first {MostSettings} of {view.Settings.All.Count} settings have a chart." : "";
            yield return ChartTheme.Chart(
                $"{id}{suffix}", $"{drawn[0].Key.Measure.Title} {topic}{of}: from {words[0].Split(": from ")[1]}", intervals, $"{intervals}. {string.Join(". ", words)}.{omitted}", panels, columns, 900);
        }
    }

    private static string Ends(IEnumerable<(string Name, double Mean)> ends) => Figures.List([.. ends.Select(end => $"{Figures.Of(end.Mean)} ({NonlinearityStyle.WordOf(end.Name)})")]);

    private static IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Matching(TableView table, IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> cells, string match) =>
        [.. cells.Select(cell => (IReadOnlyList<IReadOnlyList<string>>)[.. cell.Where(row => table.Text(row, "match") == match)])];

    // Samples of one number belong together, although the clocks of two runs may differ a little.
    private static List<(double X, MeanPoint Point)> Means(
        TableView table, IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> cells, string column, string clock, string? minus = null)
    {
        List<(double X, MeanPoint Point)> means = [];
        int samples = cells.Max(cell => cell.Count), step = ((samples - 1) / MostSamples) + 1;
        foreach (int sample in Enumerable.Range(0, samples).Where(sample => sample % step == 0 || sample == samples - 1))
        {
            (double X, double Y)[] values = [.. cells.Where(cell => cell.Count > sample).Select(cell => cell[sample])
                .Select(row => (X: table.Number(row, clock), Y: table.Number(row, column) - (minus is null ? 0 : table.Number(row, minus)))).Where(pair => pair is { X: not null, Y: not null })
                .Select(pair => (pair.X!.Value, pair.Y!.Value))];
            if (values.Length > 0)
            {
                means.Add((values.Average(pair => pair.X), MeanPoint.Of([.. values.Select(pair => pair.Y)])));
            }
        }

        return means;
    }
}
