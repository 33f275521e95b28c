namespace Geometry.Reports;

/// <summary>The settings of an experiment: which variables they differ in, and which of these are axes.</summary>
internal sealed class SettingSpace
{
    private const int FewVariables = 3;

    private readonly IReadOnlyList<ResultVariable> _variables;
    private readonly Dictionary<string, Setting> _byCell = [];

    /// <summary>Finds the settings of cells.</summary>
    /// <param name="results">The results.</param>
    public SettingSpace(PipelineResults results)
    {
        string[] cells = [.. results.Rows.Select(row => row.Cell).Distinct()];
        _variables = Essential([.. results.Variables.Where(variable => variable is { IsReplicate: false, IsNonlinearity: false, Values.Count: > 1 })], cells, results);
        List<(string Key, Dictionary<string, string> Values)> found = [];
        Dictionary<string, int> indexes = [];
        foreach (string cell in cells)
        {
            IReadOnlyDictionary<string, string> values = results.ValuesOf(cell);
            Dictionary<string, string> own = _variables.ToDictionary(variable => variable.Name, variable => values.GetValueOrDefault(variable.Name, ""));
            string key = string.Join(';', own.Values);
            if (indexes.TryAdd(key, found.Count))
            {
                found.Add((key, own));
            }
        }

        All = [.. found.Select((pair, i) => new Setting(i, LabelOf(pair.Values, _variables), pair.Values))];
        if (All.Select(setting => setting.Label).Distinct().Count() < All.Count)
        {
            All = [.. All.Select(setting => setting with { Label = Words(setting.Values, _variables) })];
        }

        foreach (string cell in cells)
        {
            IReadOnlyDictionary<string, string> values = results.ValuesOf(cell);
            _byCell[cell] = All[indexes[string.Join(';', _variables.Select(variable => values.GetValueOrDefault(variable.Name, "")))]];
        }

        Axes = [.. _variables.Select(AxisOf).OfType<NumericAxis>()];
    }

    /// <summary>Gets the settings in the order of the cells; at least one where there are rows.</summary>
    public IReadOnlyList<Setting> All { get; }

    /// <summary>Gets the variables over which scores can be drawn: of numbers, several for each combination of the others.</summary>
    public IReadOnlyList<NumericAxis> Axes { get; }

    /// <summary>Says whether there is a score of a cell.</summary>
    public bool Knows(string cell) => _byCell.ContainsKey(cell);

    /// <summary>Gets the setting of a cell.</summary>
    public Setting Of(string cell) => _byCell[cell];

    /// <summary>Groups settings by the variables that are not axes.</summary>
    /// <param name="axes">The axes that a panel has.</param>
    /// <returns>The groups, each with its words, in the order of the settings.</returns>
    public IReadOnlyList<(string Label, IReadOnlyList<Setting> Settings)> Facets(params NumericAxis[] axes)
    {
        ResultVariable[] others = [.. _variables.Where(variable => axes.All(axis => axis.Variable != variable.Name))];
        return [.. All.GroupBy(setting => string.Join(';', others.Select(variable => setting.Values[variable.Name])))
            .Select(group => (Label: LabelOf(group.First().Values, others), (IReadOnlyList<Setting>)[.. group]))];
    }

    // A variable that another one determines, such as the layers by the widths, says nothing more.
    private static ResultVariable[] Essential(List<ResultVariable> varying, string[] cells, PipelineResults results)
    {
        for (int i = varying.Count - 1; i >= 0; i--)
        {
            ResultVariable variable = varying[i];
            if (varying.Any(other => other != variable && Determines(other.Name, variable.Name)))
            {
                varying.RemoveAt(i);
            }
        }

        return [.. varying];

        bool Determines(string cause, string effect) => cells.Select(results.ValuesOf)
            .Select(values => (Cause: values.GetValueOrDefault(cause, ""), Effect: values.GetValueOrDefault(effect, ""))).Distinct()
            .GroupBy(pair => pair.Cause).All(group => group.Count() == 1);
    }

    private static string Words(IReadOnlyDictionary<string, string> values, IEnumerable<ResultVariable> variables) =>
        string.Join(", ", variables.Select(variable => $"{VariableWords.Spaced(variable.Name)}: {VariableWords.OfValue(values[variable.Name])}"));

    // Where many variables vary, usually one at a time, what differs from the usual value says more than all values.
    private string LabelOf(IReadOnlyDictionary<string, string> values, IReadOnlyList<ResultVariable> variables)
    {
        if (variables.Count <= FewVariables)
        {
            return Words(values, variables);
        }

        ResultVariable[] unusual = [.. variables.Where(variable => values[variable.Name] != variable.Values[0])];
        return unusual.Length == 0 ? "first setting" : Words(values, unusual);
    }

    private NumericAxis? AxisOf(ResultVariable variable)
    {
        if (VariableWords.Numbers([.. variable.Values], out bool areLengths) is not { } numbers)
        {
            return null;
        }

        ResultVariable[] others = [.. _variables.Where(other => other != variable)];
        int[] counts = [.. All.GroupBy(setting => string.Join(';', others.Select(other => setting.Values[other.Name]))).Select(group => group.Count())];
        bool isAxis = counts.Min() >= 2 && (counts.Max() >= 3 || others.Length == 0);
        return isAxis ? new NumericAxis(variable.Name, areLengths ? "number of hidden layers" : VariableWords.Of(variable.Name), numbers) : null;
    }
}
