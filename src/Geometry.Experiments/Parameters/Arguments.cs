namespace Geometry.Experiments;

/// <summary>The values of the parameters of one object in a pipeline file.</summary>
internal sealed class Arguments
{
    private readonly JsonValue _owner;
    private readonly Dictionary<string, (JsonValue Json, object? Value)> _given = [];

    private Arguments(JsonValue owner) => _owner = owner;

    /// <summary>Gets the place of the object.</summary>
    public Place Place => _owner.Place;

    /// <summary>Gets the object as text: the same text for the same arguments.</summary>
    public string Identity => _owner.ToCompactText();

    /// <summary>Gets the object as text that other arguments never have.</summary>
    public string CanonicalText => _owner.ToCanonicalText();

    /// <summary>Reads an object; false, with a problem for each thing that is wrong, and what is right in <paramref name="arguments"/>.</summary>
    /// <param name="json">The object.</param>
    /// <param name="what">How messages name it, such as "the step 'Mlp'".</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="others">Fields that the caller reads.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="arguments">The values.</param>
    public static bool TryRead(
        JsonValue json, string what, IReadOnlyList<Parameter> parameters, IReadOnlyList<string> others, ProblemList problems, out Arguments arguments)
    {
        arguments = new Arguments(json);
        if (json.Kind != JsonKind.Object)
        {
            return Parameters.Refuse(json, problems, "object");
        }

        bool good = true;
        foreach (JsonField field in json.Fields.Where(f => !others.Contains(f.Name)))
        {
            if (parameters.FirstOrDefault(p => p.Name == field.Name) is not { } parameter)
            {
                IEnumerable<string> known = others.Concat(parameters.Select(p => p.Name));
                problems.Add(field.Place, $"{what} has no field '{field.Name}'{Suggestion.For(field.Name, known)}");
                good = false;
            }
            else if (parameter.TryRead(field.Value, problems, out object? value))
            {
                arguments._given[field.Name] = (field.Value, value);
            }
            else
            {
                good = false;
            }
        }

        foreach (Parameter parameter in parameters.Where(p => p.IsRequired && json.Field(p.Name) is null))
        {
            problems.Add(json.Place, $"{what} lacks the field '{parameter.Name}' ({parameter.Type}): {parameter.Description}");
            good = false;
        }

        return good;
    }

    /// <summary>Says whether the file gives a value.</summary>
    public bool IsGiven(Parameter parameter) => _given.ContainsKey(parameter.Name);

    /// <summary>Gets the value, or the parameter's default.</summary>
    public T Get<T>(Parameter<T> parameter) => GetOr(parameter, parameter.DefaultValue);

    /// <summary>Gets the value, or <paramref name="fallback"/> where the file gives none.</summary>
    public T GetOr<T>(Parameter<T> parameter, T fallback) => _given.TryGetValue(parameter.Name, out var entry) ? (T)entry.Value! : fallback;

    /// <summary>Gets the place of a value, or of the object where the file gives none.</summary>
    public Place PlaceOf(Parameter parameter) => _given.TryGetValue(parameter.Name, out var entry) ? entry.Json.Place : Place;

    /// <summary>Gets the columns that a parameter names, each with its place.</summary>
    public IEnumerable<(string Name, Place Place)> ColumnsOf(Parameter parameter)
    {
        if (_given.TryGetValue(parameter.Name, out var entry))
        {
            return entry.Json.Kind == JsonKind.Array
                ? entry.Json.Items.Select(item => (item.Text, item.Place))
                : [(entry.Json.Text, entry.Json.Place)];
        }

        return parameter.Fallback is { } fallback ? ColumnsOf(fallback)
            : parameter is Parameter<string> { DefaultValue: { Length: > 0 } name } ? [(name, Place)]
            : [];
    }
}
