namespace Geometry.Experiments;

internal sealed partial class PipelineReader
{
    // A variable that nothing refers to is a slip of the pen: its cells would all be the same. The seed is used by networks unasked.
    private void CheckUse(Sweep sweep, JsonValue data, JsonValue steps)
    {
        HashSet<string> used = [Sweep.SeedVariable, .. References(data), .. References(steps)];
        foreach (SweepVariable variable in sweep.Variables.Where(variable => !used.Contains(variable.Name)))
        {
            _problems.Add(variable.Place, $"nothing uses the variable '{variable.Name}'; write \"${variable.Name}\" where its value belongs, or remove it.");
        }
    }

    // The sweep of a quick run: the variables of "quick" have their values from there.
    private JsonValue? SweepOf(JsonValue root, bool quick)
    {
        JsonValue? sweep = root.Field("sweep"), small = root.Field("quick");
        if (small is null)
        {
            return sweep;
        }

        if (small.Kind != JsonKind.Object)
        {
            Parameters.Refuse(small, _problems, "object of variables of the sweep");
            return sweep;
        }

        IReadOnlyList<JsonField> fields = sweep?.Fields ?? [];
        foreach (JsonField field in small.Fields.Where(field => fields.All(f => f.Name != field.Name)))
        {
            _problems.Add(field.Place, $"'quick' gives other values to variables of the sweep, which has no '{field.Name}'{Suggestion.For(field.Name, fields.Select(f => f.Name))}");
        }

        return !quick || sweep is null
            ? sweep
            : new JsonValue { Kind = sweep.Kind, Place = sweep.Place, Fields = [.. fields.Select(f => small.Fields.FirstOrDefault(s => s.Name == f.Name) ?? f)] };
    }

    private static IEnumerable<string> References(JsonValue json) => json.Kind == JsonKind.Text && json.Text.StartsWith('$')
        ? [json.Text[1..]]
        : json.Fields.Select(f => f.Value).Concat(json.Items).SelectMany(References);

    private static string KeyOf(Sweep sweep, IReadOnlyDictionary<string, JsonValue> values, Func<SweepVariable, bool> include) =>
        string.Join(';', sweep.Variables.Where(include).Select(v => $"{v.Name}={values[v.Name].ToCompactText()}"));

    // What distinguishes the rows of a summary beyond the nonlinearity, which has a column of its own.
    private static bool IsSetting(SweepVariable variable, IReadOnlyDictionary<string, JsonValue> values, NetworkLabel? network) =>
        !variable.IsReplicate && values[variable.Name].Place != network?.NonlinearityPlace;
}
