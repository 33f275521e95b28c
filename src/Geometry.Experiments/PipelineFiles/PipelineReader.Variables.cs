namespace Geometry.Experiments;

internal sealed partial class PipelineReader
{
    // A variable that nothing refers to is a slip of the pen: its cells would all be the same. The seed is used by networks unasked.
    private void CheckUse(JsonValue root, Sweep sweep, JsonValue data, JsonValue steps)
    {
        HashSet<string> used = [Sweep.SeedVariable, .. References(data), .. References(steps)];
        foreach (JsonField field in root.Field("sweep")?.Fields ?? [])
        {
            if (!used.Contains(field.Name))
            {
                _problems.Add(field.Place, $"nothing uses the variable '{field.Name}'; write \"${field.Name}\" where its value belongs, or remove it.");
            }
        }
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
