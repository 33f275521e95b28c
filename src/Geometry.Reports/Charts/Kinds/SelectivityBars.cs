namespace Geometry.Reports;

/// <summary>What fractions of neurons respond to all, some or none of the conditions that they prefer, as bars.</summary>
internal static class SelectivityBars
{
    private const int MostBars = 24, Width = 520, RowHeight = 24;

    private static readonly (string Variant, string Words, string Colour)[] s_kinds = [("all", "the whole class", "#31688e"), ("some", "a part of it", "#8fbcbb"), ("none", "nothing", "#d9d9d9")];

    /// <summary>Makes the chart; none where the dynamics were not computed.</summary>
    public static IEnumerable<Chart> Of(ResultView view)
    {
        MeasuredRow[] rows = [.. view.Final.Where(row => row.Row is { Score: "selectivity", Value: not null } && s_kinds.Any(kind => kind.Variant == row.Row.Variant))];
        var bars = rows.GroupBy(row => (row.Setting, row.Row.Nonlinearity)).OrderBy(bar => bar.Key.Setting.Index).ToArray();
        if (bars.Length < 2)
        {
            yield break;
        }

        string Label(Setting setting, string name) => setting.Label.Length == 0 ? NonlinearityStyle.WordOf(name) : $"{NonlinearityStyle.WordOf(name)}, {setting.Label}";
        var drawn = bars.Take(MostBars).ToArray();
        string[] labels = [.. drawn.Select(bar => Label(bar.Key.Setting, bar.Key.Nonlinearity))];
        object panel = new
        {
            width = Width,
            height = new { step = RowHeight },
            data = Spec.Data(drawn.SelectMany(bar => s_kinds.Select((kind, order) => (object)new
            {
                bar = Label(bar.Key.Setting, bar.Key.Nonlinearity), kind = kind.Words, order,
                fraction = bar.Where(row => row.Row.Variant == kind.Variant).Select(row => row.Row.Value!.Value).DefaultIfEmpty(0).Average(),
            }))),
            mark = new { type = "bar" },
            encoding = new
            {
                y = new { field = "bar", type = "nominal", scale = new { domain = labels }, axis = new { title = "", labelLimit = 320 } },
                x = new { field = "fraction", type = "quantitative", stack = "zero", scale = new { domain = new[] { 0, 1 } }, axis = new { title = "fraction of neurons" } },
                order = new { field = "order", type = "quantitative" },
                color = new
                {
                    field = "kind", type = "nominal", scale = new { domain = s_kinds.Select(kind => kind.Words).ToArray(), range = s_kinds.Select(kind => kind.Colour).ToArray() },
                    legend = new { orient = "top", title = "neurons respond to", titleOrient = "left" },
                },
                tooltip = new object[]
                {
                    new { field = "bar", type = "nominal", title = "network" }, new { field = "kind", type = "nominal", title = "respond to" },
                    new { field = "fraction", type = "quantitative", title = "fraction", format = ".3f" },
                },
            },
        };
        string Words(IGrouping<(Setting Setting, string Nonlinearity), MeasuredRow> bar) =>
            $"{Figures.Of(All(bar))} ({Label(bar.Key.Setting, bar.Key.Nonlinearity)})";
        int seeds = bars.Max(bar => bar.Select(row => row.Row.Cell).Distinct().Count());
        string about = $"Means over {Counted.Of(seeds, "seed")} at the end of the dynamics", omitted = bars.Length > drawn.Length ? $" The first {drawn.Length} of {bars.Length} are drawn." : "";
        string finding = bars.Length <= 4 ? Figures.List([.. bars.Select(Words)]) : $"{Words(bars.MaxBy(All)!)} at most, {Words(bars.MinBy(All)!)} at least";
        yield return ChartTheme.Chart(
            "selectivity", $"Fraction of neurons selective to the whole class: {finding}", about, $"Stacked bars. {about}. Fraction that responds to the whole class: {string.Join("; ", drawn.Select(Words))}.{omitted}",
            [panel], 1, 900);
    }

    private static double All(IEnumerable<MeasuredRow> bar) => bar.Where(row => row.Row.Variant == "all").Select(row => row.Row.Value!.Value).DefaultIfEmpty(0).Average();
}
