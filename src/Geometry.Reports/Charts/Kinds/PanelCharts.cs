using Geometry.Experiments;

namespace Geometry.Reports;

/// <summary>
/// Lays panels out: without settings to tell apart, one chart for each family of measures with a panel a measure; with some, one chart a measure with a panel a
/// setting.
/// </summary>
internal static class PanelCharts
{
    private const int MostMeasures = 9, FewMeasures = 4, Width = 900;
    private const double Visible = 0.005, Constant = 1e-9;

    /// <summary>Makes the charts.</summary>
    /// <param name="view">The scores.</param>
    /// <param name="rows">Those that are drawn.</param>
    /// <param name="mostFacets">The most settings that are drawn.</param>
    /// <param name="id">What identifiers begin with.</param>
    /// <param name="topic">What titles say behind the measure.</param>
    /// <param name="panel">Makes a panel of the rows of a measure and setting; null where there is nothing to draw.</param>
    /// <param name="finding">Says what the rows of a measure show.</param>
    /// <param name="note">What else to say, with a space in front; empty where there is nothing.</param>
    /// <param name="axes">The axes that panels have.</param>
    public static IEnumerable<Chart> Of(
        ResultView view, IReadOnlyList<MeasuredRow> rows, int mostFacets, string id, string topic,
        Func<string, Measure, IReadOnlyList<MeasuredRow>, (int Width, int Height), (object? Panel, IReadOnlyList<MeanPoint> Points)> panel,
        Func<ResultView, IReadOnlyList<MeasuredRow>, string> finding, string note, params NumericAxis[] axes)
    {
        IReadOnlyList<(string Label, IReadOnlyList<Setting> Settings)> facets = view.Settings.Facets(axes);
        foreach (IGrouping<MeasureFamily, Measure> family in view.Measures.GroupBy(measure => measure.Family))
        {
            Measure[] all = [.. family], measures = [.. all.OrderBy(Priority).Take(MostMeasures)];
            string networks = ResultView.NetworksOf(family.Key), familyId = family.Key == MeasureFamily.Geometry ? id : $"{id}-{family.Key.ToString().ToLowerInvariant()}";
            if (facets.Count == 1)
            {
                string omitted = all.Length > measures.Length ? $" {Counted.Of(all.Length - measures.Length, "further measure")} are in the table." : "";
                Chart? chart = Make(familyId, measures.Select(measure => (measure.Title, measure, Of(rows, measure, facets[0].Settings))), omitted, networks);
                if (chart is not null)
                {
                    yield return chart;
                }

                continue;
            }

            foreach (Measure measure in measures.Take(family.Key == MeasureFamily.Geometry ? MostMeasures : FewMeasures))
            {
                string omitted = facets.Count > mostFacets ? $" The first {mostFacets} of {facets.Count} settings are drawn; the others are in the table." : "";
                Chart? chart = Make($"{id}-{measure.Key}", facets.Take(mostFacets).Select(facet => (Figures.Sentence(facet.Label), measure, Of(rows, measure, facet.Settings))), omitted, networks);
                if (chart is not null)
                {
                    yield return chart;
                }
            }
        }

        Chart? Make(string chartId, IEnumerable<(string Heading, Measure Measure, MeasuredRow[] Rows)> parts, string omitted, string networks)
        {
            (string Heading, Measure Measure, MeasuredRow[] Rows)[] filled = [.. parts.Where(part => part.Rows.Length > 0)];
            (int columns, int width, int height) = ChartTheme.Layout(filled.Length);
            var drawn = filled.Select(part => (part.Heading, part.Measure, part.Rows, Drawn: panel(part.Heading, part.Measure, part.Rows, (width, height))))
                .Where(part => part.Drawn.Panel is not null && part.Drawn.Points.Max(point => point.Mean) - part.Drawn.Points.Min(point => point.Mean) > Constant).ToArray();
            double[] means = [.. drawn.SelectMany(part => part.Drawn.Points).Select(point => point.Mean)];
            if (means.Length == 0 || means.Max() - means.Min() < Visible)
            {
                return null;
            }

            MeasuredRow[] shown = [.. drawn.SelectMany(part => part.Rows)];
            Measure lead = drawn[0].Measure;
            bool isOneMeasure = drawn.All(part => part.Measure == lead);
            string title = $"{lead.Title} {topic}: {finding(view, isOneMeasure ? shown : drawn[0].Rows)}";
            string intervals = Figures.Sentence(MeanPoint.Words([.. drawn.SelectMany(part => part.Drawn.Points)], networks));
            string constant = string.Concat(filled.Where(part => drawn.All(panel => panel.Heading != part.Heading) && part.Rows.Any(row => row.Row.Value is not null))
                .Select(part => $" {Figures.Sentence(part.Heading)} is {Figures.Of(part.Rows.Average(row => row.Row.Value) ?? 0)} throughout and not drawn."));
            string details = string.Join(". ", drawn.Select(part => $"{Figures.Sentence(part.Heading)}: {finding(view, part.Rows)}"));
            return ChartTheme.Chart(chartId, title, intervals, $"{intervals}. {details}.{ResultView.Undefined(shown)}{constant}{omitted}{note}", [.. drawn.Select(part => part.Drawn.Panel!)], columns, Width);
        }
    }

    /// <summary>Orders measures: the target before the input, whatever the order of the rows, and parts of a measure behind the whole.</summary>
    public static int Priority(Measure measure) =>
        measure.Title.Contains(", part ", StringComparison.Ordinal) ? 3 : measure.Title.Contains("by traces", StringComparison.Ordinal) || measure.Title.Contains("normalised variance", StringComparison.Ordinal) ? 2 : measure.Title.EndsWith("with the input", StringComparison.Ordinal) ? 1 : 0;

    private static MeasuredRow[] Of(IEnumerable<MeasuredRow> rows, Measure measure, IReadOnlyList<Setting> settings)
    {
        HashSet<int> indexes = [.. settings.Select(setting => setting.Index)];
        return [.. rows.Where(row => row.Measure == measure && indexes.Contains(row.Setting.Index))];
    }
}
