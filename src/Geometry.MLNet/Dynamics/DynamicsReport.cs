using Geometry.Networks;
using Geometry.Scores;

namespace Geometry.MLNet;

/// <summary>Runs the dynamics on the means of conditions and writes down what they come to.</summary>
internal sealed partial class DynamicsReport
{
    private readonly DynamicsOptions _options;
    private readonly ConditionLabels _conditions;
    private readonly IReadOnlyList<Dichotomy> _targets;
    private readonly string _label;
    private readonly LearningPoints _points;
    private readonly WeightDynamicsResult _result;
    private readonly List<ScoreEntry> _entries = [];
    private readonly List<ResultTable> _tables = [];

    public DynamicsReport(Representation features, ConditionLabels conditions, IReadOnlyList<Dichotomy> targets, string label, DynamicsOptions options)
    {
        (_options, _conditions, _targets, _label) = (options, conditions, targets, label);
        float[] sides = [.. Enumerable.Range(0, conditions.Count).SelectMany(condition => targets.Select(target => target.IsPositive(condition) ? 1f : 0f))];
        _points = new LearningPoints(Means(features, conditions), features.Width, sides, targets.Count);
        _result = WeightDynamics.Run(_points, options.Weights);
        AddDynamics();
        AddPlanes();
        if (options.Network is { } network)
        {
            AddNetwork(features, network);
        }
    }

    /// <summary>Gets the scores.</summary>
    public IReadOnlyList<ScoreEntry> Entries => _entries;

    /// <summary>Gets the tables.</summary>
    public IReadOnlyList<ResultTable> Tables => _tables;

    private static double[] Means(Representation features, ConditionLabels conditions)
    {
        double[] sums = new double[conditions.Count * features.Width];
        long[] rows = new long[conditions.Count];
        for (int row = 0; row < features.Rows; row++)
        {
            int condition = conditions.Codes[row];
            rows[condition]++;
            ReadOnlySpan<float> values = features.Row(row);
            for (int i = 0; i < values.Length; i++)
            {
                sums[(condition * features.Width) + i] += values[i];
            }
        }

        for (int i = 0; i < sums.Length; i++)
        {
            sums[i] /= rows[i / features.Width];
        }

        return sums;
    }

    private void AddDynamics()
    {
        int last = _result.Last;
        for (int target = 0; target < _targets.Count; target++)
        {
            string name = _targets[target].Name;
            SelectivityFractions fractions = _result.Selectivity(last, target);
            foreach ((string variant, double fraction) in new[] { ("all", fractions.All), ("some", fractions.Some), ("none", fractions.None) })
            {
                Add("selectivity", variant, name, ScoreValue.Of(fraction), Binomial(fraction, fractions.Neurons), fractions.Neurons);
            }

            EscapeCount escape = _result.Escape(last, target);
            Add("escape", "high-intra", name, OrUndefined(escape.Fraction, "no neuron starts out driven by a part of its preferred class"),
                escape.Fraction is { } value ? Binomial(value, escape.HighIntra) : null, escape.HighIntra);
        }

        Add("simplified-alignment", "target", _label, OrUndefined(_result.TargetAlignment(last), "the responses do not vary"), null, _points.Count);
        Add("simplified-alignment", "input", _label, OrUndefined(_result.InputAlignment(last), "the responses or the inputs do not vary"), null, _points.Count);
        AddParallelism(last);
        AddTable(
            "selectivity",
            ["target", "time", "weight_growth", "all", "some", "none", "high_intra", "escaped", "target_alignment", "input_alignment", "loss"],
            [.. Enumerable.Range(0, _targets.Count).SelectMany(target => Enumerable.Range(0, _result.Times.Count).Select(sample => SelectivityRow(target, sample)))]);
    }

    private IReadOnlyList<string> SelectivityRow(int target, int sample)
    {
        SelectivityFractions fractions = _result.Selectivity(sample, target);
        EscapeCount escape = _result.Escape(sample, target);
        return ResultTable.Row(
            _targets[target].Name, _result.Times[sample], _result.WeightGrowth(sample), fractions.All, fractions.Some, fractions.None, escape.HighIntra,
            escape.Escaped, _result.TargetAlignment(sample), _result.InputAlignment(sample), _result.Loss(sample));
    }

    // Of the responses to the conditions, a row each.
    private void AddParallelism(int sample)
    {
        float[] responses = Array.ConvertAll(_result.Responses(sample), value => (float)value);
        var labels = new ConditionLabels([.. Enumerable.Range(0, _points.Count)], _conditions.Names);
        foreach (ScoreEntry entry in Parallelism.Evaluate(new Representation(responses, _points.Count, _result.Neurons), labels, _targets))
        {
            _entries.Add(entry with { Score = "simplified-parallelism" });
        }
    }

    private void AddPlanes()
    {
        var field = new List<IReadOnlyList<string>>();
        var trajectories = new List<IReadOnlyList<string>>();
        for (int target = 0; target < _targets.Count; target++)
        {
            string name = _targets[target].Name;
            bool hasPositive = SelectivityPlane.TryCreate(_points, true, out SelectivityPlane? positive, out _, target);
            bool hasNegative = SelectivityPlane.TryCreate(_points, false, out SelectivityPlane? negative, out _, target);
            foreach (SelectivityPlane plane in new[] { positive, negative }.OfType<SelectivityPlane>().Where(_ => _options.GridPoints > 0))
            {
                WeightDynamicsOptions weights = _options.Weights;
                field.AddRange(GradientField.Compute(
                    _points, plane, weights.Nonlinearity, _options.GridPoints, Extent(), 0, weights.Noise, weights.RadialTerm, weights.QuadratureNodes)
                    .Select(arrow => ResultTable.Row(name, plane.IsPositive ? "true" : "false", arrow.Inter, arrow.Intra, arrow.InterChange, arrow.IntraChange)));
            }

            if (hasPositive && hasNegative)
            {
                trajectories.AddRange(Enumerable.Range(0, Math.Min(_options.Trajectories, _result.Neurons)).SelectMany(
                    neuron => Enumerable.Range(0, _result.Times.Count).Select(sample =>
                    {
                        (double inter, double intra) = _result.Coordinates(sample, neuron, positive!, negative!);
                        return ResultTable.Row(name, neuron, _result.PrefersPositive(neuron, target) ? "true" : "false", _result.Times[sample], inter, intra);
                    })));
            }
        }

        AddTable("field", ["target", "preferred", "inter", "intra", "inter_change", "intra_change"], field);
        AddTable("trajectories", ["target", "neuron", "preferred", "time", "inter", "intra"], trajectories);
    }

    // Three standard deviations of the initial weights, and at least what makes preactivations of order 3.
    private double Extent() => Math.Max(3 * _options.Weights.Gain / Math.Sqrt(_points.Dimensions), 5 / _points.RootMeanSquareNorm);

    private void AddTable(string name, string[] columns, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        if (rows.Count > 0)
        {
            _tables.Add(new ResultTable(name, columns, rows));
        }
    }

    private void Add(string score, string variant, string target, ScoreValue value, double? standardError, long count) =>
        _entries.Add(new ScoreEntry(score, variant, target, value, standardError, count, []));

    private static ScoreValue OrUndefined(double? value, string reason) => value is { } number ? ScoreValue.Of(number) : ScoreValue.Undefined(reason);

    private static double Binomial(double fraction, int count) => Math.Sqrt(fraction * (1 - fraction) / count);
}
