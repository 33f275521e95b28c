namespace Geometry.Experiments;

/// <summary>Puts the values of variables where a file says <c>"$name"</c>; <c>"$$name"</c> stands for the text "$name".</summary>
internal sealed class Substitution(IReadOnlyDictionary<string, JsonValue> values, ProblemList problems)
{
    /// <summary>Gets the variables that were used.</summary>
    public HashSet<string> Used { get; } = [];

    /// <summary>Gives the value with all variables replaced. What stands for a variable keeps its own place in the sweep.</summary>
    public JsonValue Apply(JsonValue json) => json.Kind switch
    {
        JsonKind.Object => new JsonValue
        {
            Kind = json.Kind, Place = json.Place, Fields = [.. json.Fields.Select(f => f with { Value = Apply(f.Value) })],
        },
        JsonKind.Array => new JsonValue { Kind = json.Kind, Place = json.Place, Items = [.. json.Items.Select(Apply)] },
        JsonKind.Text when json.Text.StartsWith("$$", StringComparison.Ordinal) => new JsonValue { Kind = json.Kind, Place = json.Place, Text = json.Text[1..] },
        JsonKind.Text when json.Text.StartsWith('$') => Resolve(json),
        _ => json,
    };

    private JsonValue Resolve(JsonValue json)
    {
        string name = json.Text[1..];
        if (values.TryGetValue(name, out JsonValue? value))
        {
            Used.Add(name);
            return value;
        }

        problems.Add(json.Place, $"unknown variable '{json.Text}'{Suggestion.For(json.Text, values.Keys.Select(k => "$" + k))}");
        return json;
    }
}
