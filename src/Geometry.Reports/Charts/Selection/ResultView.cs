using System.Text.RegularExpressions;
using Geometry.Experiments;
using Geometry.Scores;

namespace Geometry.Reports;

/// <summary>The scores of an experiment, sorted for drawing: by measure, setting, layer, epoch and nonlinearity.</summary>
internal sealed partial class ResultView
{
    private const string UsualInput = "Features";

    private static readonly string[] s_first = ["tanh", "relu"];

    private readonly Dictionary<string, int> _layers;
    private readonly HashSet<string> _inputs;

    /// <summary>Sorts the scores.</summary>
    /// <param name="results">The results.</param>
    public ResultView(PipelineResults results)
    {
        Results = results;
        Settings = new SettingSpace(results);
        _inputs = [UsualInput, .. InputName().Matches(results.Run?.PipelineText ?? "").Select(match => match.Groups[1].Value),
            .. (results.Run?.Settings ?? []).Where(setting => setting.Key == "input").Select(setting => setting.Value.Split('=')[0])];
        _layers = LayersOf(results.Rows);
        string[] names = [.. results.Rows.Select(row => row.Nonlinearity).Distinct()];
        Nonlinearities = [.. s_first.Where(names.Contains), .. names.Except(s_first)];
        Rows = Measured(results.Rows);
        Measures = [.. Rows.Where(row => !row.IsNamed).Select(row => row.Measure).Distinct()];
        Dictionary<(string, string), int?> last = results.Rows.GroupBy(row => (row.Cell, row.Score)).ToDictionary(group => group.Key, group => group.Max(row => row.Epoch));
        Final = [.. Rows.Where(row => !row.IsNamed && row.Row.Epoch == last[(row.Row.Cell, row.Row.Score)])];
        LastLayer = [.. Final.GroupBy(row => (row.Row.Cell, row.Measure)).SelectMany(group =>
        {
            int layer = group.Max(row => _layers[row.Row.Layer]);
            return group.Where(row => _layers[row.Row.Layer] == layer);
        })];
    }

    /// <summary>Gets the results.</summary>
    public PipelineResults Results { get; }

    /// <summary>Gets the settings.</summary>
    public SettingSpace Settings { get; }

    /// <summary>Gets the nonlinearities: tanh and ReLU first, then the others in the order of the rows.</summary>
    public IReadOnlyList<string> Nonlinearities { get; }

    /// <summary>Gets the measures of which there is one a layer and network, in the order of the rows.</summary>
    public IReadOnlyList<Measure> Measures { get; }

    /// <summary>Gets all rows.</summary>
    public IReadOnlyList<MeasuredRow> Rows { get; }

    /// <summary>Gets the rows at the end of training.</summary>
    public IReadOnlyList<MeasuredRow> Final { get; }

    /// <summary>Gets the rows of the last layer at the end of training.</summary>
    public IReadOnlyList<MeasuredRow> LastLayer { get; }

    /// <summary>Gets how nonlinearities are drawn.</summary>
    public NonlinearityScales Scales => new(Nonlinearities);

    /// <summary>Gets the words for what means are taken over.</summary>
    public static string NetworksOf(MeasureFamily family) => family == MeasureFamily.Dynamics ? "seed" : "network";

    /// <summary>Gives layers in the order of the data's way: the input first.</summary>
    public IReadOnlyList<string> InOrder(IEnumerable<string> layers) => [.. layers.Distinct().OrderBy(layer => _layers[layer])];

    /// <summary>Gives the position of a layer.</summary>
    public int Position(string layer) => _layers[layer];

    /// <summary>Says whether a column is the input.</summary>
    public bool IsInput(string column) => _inputs.Contains(column);

    /// <summary>Says how many of the rows have no value and why; empty where all have one.</summary>
    public static string Undefined(IReadOnlyCollection<MeasuredRow> rows)
    {
        ResultRow[] missing = [.. rows.Select(row => row.Row).Where(row => row.Value is null)];
        return missing.Length == 0 ? "" : $" {Counted.Of(missing.Length, "score")} of {rows.Count} {(missing.Length == 1 ? "is" : "are")} undefined and not drawn ({missing[0].Reason}).";
    }

    [GeneratedRegex("\"input\"\\s*:\\s*\"([^\"$]+)\"")]
    private static partial Regex InputName();

    // Cells may have different layers; each new one comes behind the one that it follows.
    private Dictionary<string, int> LayersOf(IReadOnlyList<ResultRow> rows)
    {
        List<string> order = [];
        foreach (IGrouping<string, ResultRow> cell in rows.GroupBy(row => row.Cell))
        {
            int at = 0;
            foreach (string layer in cell.Select(row => row.Layer).Distinct())
            {
                int known = order.IndexOf(layer);
                if (known < 0)
                {
                    order.Insert(known = at, layer);
                }

                at = known + 1;
            }
        }

        return order.OrderBy(layer => _inputs.Contains(layer) ? 0 : 1).Select((layer, i) => (layer, i)).ToDictionary(pair => pair.layer, pair => pair.i);
    }

    private List<MeasuredRow> Measured(IReadOnlyList<ResultRow> rows)
    {
        Dictionary<(string, string, string), Measure> measures = [];
        HashSet<(string, string)> several = [.. rows
            .GroupBy(row => (row.Cell, row.Layer, row.Epoch, row.Score, row.Variant))
            .Where(group => group.Where(row => IsTarget(row.Target)).Select(row => row.Target).Distinct().Count() > 1)
            .Select(group => (group.Key.Score, group.Key.Variant))];
        List<(ResultRow Row, (string, string, string) Measure, bool IsNamed)> measured = [];
        foreach (ResultRow row in rows)
        {
            bool isNamed = several.Contains((row.Score, row.Variant)) && IsTarget(row.Target);
            string target = row.Target.Length == 0 ? ""
                : isNamed ? row.Target
                : row.Target == ScoreEntry.MeanTarget ? "the targets, mean"
                : IsInput(row.Target) ? "the input"
                : _layers.ContainsKey(row.Target) ? row.Target
                : "the target";
            (string, string, string) key = (row.Score, row.Variant, target);
            if (!measures.ContainsKey(key))
            {
                measures[key] = MeasureWords.Of(row.Score, row.Variant, target);
            }

            measured.Add((row, key, isNamed));
        }

        // Variants that words do not tell apart, such as two decoders, are told apart by their names.
        foreach (var twins in measures.GroupBy(pair => (pair.Value.Title, pair.Value.Family)).Where(group => group.Count() > 1).ToArray())
        {
            foreach (((string, string Variant, string) key, Measure measure) in twins)
            {
                measures[key] = measure with { Title = $"{measure.Title} ({key.Variant})" };
            }
        }

        return [.. measured.Select(item => new MeasuredRow(item.Row, measures[item.Measure], Settings.Of(item.Row.Cell), item.IsNamed))];
    }

    private bool IsTarget(string target) => !IsInput(target) && !_layers.ContainsKey(target) && target != ScoreEntry.MeanTarget;
}
