namespace Geometry.Experiments;

/// <summary>The variables of a pipeline file; every combination of their values is one cell.</summary>
internal sealed class Sweep
{
    /// <summary>The variable that is always there: the file's own seed, unless the sweep gives it values.</summary>
    public const string SeedVariable = "seed";

    private const long MaximumCells = 1_000_000;

    private static readonly Parameter<long> From = Parameters.Long("from", "The first seed; the file's seed where it is absent.").Or(0, "the file's seed");
    private static readonly Parameter<int> Count = Parameters.Integer("count", "How many seeds.", 1, (int)MaximumCells);

    private Sweep(IReadOnlyList<SweepVariable> variables) => Variables = variables;

    /// <summary>Gets the variables in the order of the file.</summary>
    public IReadOnlyList<SweepVariable> Variables { get; }

    /// <summary>Gets the fields of a range of seeds.</summary>
    public static IReadOnlyList<Parameter> RangeFields { get; } = [From, Count];

    /// <summary>Reads the field "sweep"; where it is absent there is one cell.</summary>
    public static Sweep? Read(JsonValue? json, long seed, ProblemList problems)
    {
        if (json is null)
        {
            return new Sweep([]);
        }

        if (json.Kind != JsonKind.Object)
        {
            Parameters.Refuse(json, problems, "object");
            return null;
        }

        int before = problems.Additions;
        List<SweepVariable> variables = [];
        double cells = 1;
        foreach (JsonField field in json.Fields)
        {
            if (ReadVariable(field, seed, problems) is { } variable)
            {
                variables.Add(variable);
                cells *= variable.Values.Count;
            }
        }

        if (cells > MaximumCells)
        {
            problems.Add(json.Place, $"the sweep has {cells:0} cells, more than {MaximumCells}; shorten its lists.");
        }

        return problems.Additions == before ? new Sweep(variables) : null;
    }

    /// <summary>Gives every combination of values: the last variable changes fastest.</summary>
    public IEnumerable<IReadOnlyDictionary<string, JsonValue>> Combinations()
    {
        int[] digits = new int[Variables.Count];
        while (true)
        {
            yield return Variables.Select((v, i) => (v.Name, Value: v.Values[digits[i]])).ToDictionary(p => p.Name, p => p.Value);
            int place = digits.Length - 1;
            while (place >= 0 && ++digits[place] == Variables[place].Values.Count)
            {
                digits[place--] = 0;
            }

            if (place < 0)
            {
                yield break;
            }
        }
    }

    private static SweepVariable? ReadVariable(JsonField field, long seed, ProblemList problems)
    {
        switch (field.Value.Kind)
        {
            case JsonKind.Object:
                if (!Arguments.TryRead(field.Value, "a range of seeds", RangeFields, [], problems, out Arguments range))
                {
                    return null;
                }

                long from = range.GetOr(From, seed);
                int count = range.Get(Count);
                if (from > long.MaxValue - count)
                {
                    problems.Add(range.PlaceOf(From), "the range of seeds ends above the greatest whole number.");
                    return null;
                }

                Place place = field.Value.Place;
                return new SweepVariable(field.Name, [.. Enumerable.Range(0, count).Select(i => JsonValue.Number(from + i, place))], true);
            case JsonKind.Array when field.Value.Items.Count == 0:
                problems.Add(field.Value.Place, $"the variable '{field.Name}' has no values.");
                return null;
            case JsonKind.Array:
                return CheckItems(field, problems) ? new SweepVariable(field.Name, field.Value.Items, field.Name == SeedVariable) : null;
            default:
                Parameters.Refuse(field.Value, problems, "list of values, or a range of seeds { \"from\": 1, \"count\": 5 }");
                return null;
        }
    }

    private static bool CheckItems(JsonField field, ProblemList problems)
    {
        bool good = true;
        HashSet<string> seen = [];
        foreach (JsonValue item in field.Value.Items)
        {
            if (!seen.Add(item.ToCompactText()))
            {
                problems.Add(item.Place, $"the variable '{field.Name}' has the value {item.ToCompactText()} twice; remove one.");
                good = false;
            }
        }

        return good;
    }
}
