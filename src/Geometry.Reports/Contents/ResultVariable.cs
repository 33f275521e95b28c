namespace Geometry.Reports;

/// <summary>A variable of a sweep, as the keys of cells have it.</summary>
/// <param name="Name">The name, as the pipeline file has it.</param>
/// <param name="Values">Its values as text, in the order in which they first occur; at least one.</param>
/// <param name="IsReplicate">Whether means are taken over its values: a seed.</param>
public sealed record ResultVariable(string Name, IReadOnlyList<string> Values, bool IsReplicate)
{
    private const string NonlinearityName = "nonlinearity", SeedName = "seed";

    /// <summary>Gets whether the variable is the nonlinearity.</summary>
    public bool IsNonlinearity => Name == NonlinearityName;

    /// <summary>Finds the variables of cells.</summary>
    /// <param name="cells">The values of each cell.</param>
    /// <param name="replicates">The variables that are known to be seeds; without them those are taken for seeds whose name says so.</param>
    internal static IReadOnlyList<ResultVariable> Of(IEnumerable<IReadOnlyDictionary<string, string>> cells, IReadOnlyList<string> replicates)
    {
        Dictionary<string, List<string>> values = [];
        foreach ((string name, string value) in cells.SelectMany(cell => cell))
        {
            if (!values.TryGetValue(name, out List<string>? known))
            {
                values[name] = known = [];
            }

            if (!known.Contains(value))
            {
                known.Add(value);
            }
        }

        return [.. values.Select(variable => new ResultVariable(
            variable.Key, variable.Value, replicates.Contains(variable.Key) || variable.Key.EndsWith(SeedName, StringComparison.OrdinalIgnoreCase)))];
    }

    /// <summary>Takes the key of a cell apart, such as <c>noise=0.1;nonlinearity=tanh;seed=1</c>.</summary>
    internal static IReadOnlyDictionary<string, string> ValuesOf(string cell)
    {
        Dictionary<string, string> values = [];
        foreach (string[] pair in cell.Split(';').Select(part => part.Split('=', 2)).Where(pair => pair.Length == 2))
        {
            values[pair[0]] = pair[1];
        }

        return values;
    }
}
