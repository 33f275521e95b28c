using System.Globalization;

namespace Geometry.Experiments;

/// <summary>Reads the field "sweep" of a pipeline file.</summary>
internal sealed class SweepReader(long seed, ProblemList problems)
{
    private const string Expected = "list of values, a range of numbers { \"from\": 0, \"to\": 1, \"count\": 11 }, or a range of seeds { \"count\": 5 }";

    /// <summary>Reads the field; null, with problems added, if something is wrong.</summary>
    public Sweep? Read(JsonValue json)
    {
        if (json.Kind != JsonKind.Object)
        {
            Parameters.Refuse(json, problems, "object");
            return null;
        }

        int before = problems.Additions;
        List<IReadOnlyList<SweepVariable>> axes = [];
        foreach (JsonField field in json.Fields)
        {
            if (field.Name == Sweep.Zip)
            {
                axes.AddRange(ReadZips(field.Value));
            }
            else if (ReadVariable(field) is { } variable)
            {
                axes.Add([variable]);
            }
        }

        CheckNames(json, axes);
        double cells = axes.Aggregate(1.0, (product, axis) => product * axis[0].Values.Count);
        if (cells > Sweep.MaximumCells)
        {
            problems.Add(json.Place, $"the sweep has {cells:0} cells, more than {Sweep.MaximumCells}; shorten its lists.");
        }

        return problems.Additions == before ? new Sweep(axes) : null;
    }

    private IEnumerable<IReadOnlyList<SweepVariable>> ReadZips(JsonValue json)
    {
        IReadOnlyList<JsonValue> zips = json.Kind == JsonKind.Array ? json.Items : [json];
        return zips.Select(ReadZip).Where(axis => axis.Count > 0).ToArray();
    }

    private IReadOnlyList<SweepVariable> ReadZip(JsonValue json)
    {
        if (json.Kind != JsonKind.Object || json.Fields.Count == 0)
        {
            Parameters.Refuse(json, problems, "object of variables whose values are paired, or list of such objects");
            return [];
        }

        SweepVariable?[] variables = [.. json.Fields.Select(ReadVariable)];
        if (variables.Any(variable => variable is null))
        {
            return [];
        }

        if (variables.Select(variable => variable!.Values.Count).Distinct().Skip(1).Any())
        {
            string counts = string.Join(", ", variables.Select(variable => $"'{variable!.Name}' has {variable.Values.Count}"));
            problems.Add(json.Place, $"zip pairs values one by one and needs as many of each variable: {counts}.");
            return [];
        }

        SweepVariable[] axis = variables!;
        for (int i = 1; i < axis[0].Values.Count; i++)
        {
            if (Enumerable.Range(0, i).FirstOrDefault(j => axis.All(v => v.Values[j].ToCompactText() == v.Values[i].ToCompactText()), -1) is var twin and >= 0)
            {
                problems.Add(axis[0].Values[i].Place, string.Create(CultureInfo.InvariantCulture, $"the values number {twin + 1} and {i + 1} of the zip are the same; remove one."));
                return [];
            }
        }

        return axis;
    }

    private void CheckNames(JsonValue json, IEnumerable<IReadOnlyList<SweepVariable>> axes)
    {
        foreach (IGrouping<string, SweepVariable> name in axes.SelectMany(axis => axis).GroupBy(variable => variable.Name).Where(group => group.Count() > 1))
        {
            problems.Add(json.Place, $"the variable '{name.Key}' is in the sweep twice, by itself and in zip; remove one.");
        }
    }

    private SweepVariable? ReadVariable(JsonField field)
    {
        switch (field.Value.Kind)
        {
            case JsonKind.Object when field.Value.Field("to") is not null:
                return NumberRange.Read(field.Value, problems) is { } numbers ? new SweepVariable(field.Name, field.Place, numbers, false) : null;
            case JsonKind.Object:
                return ReadSeeds(field);
            case JsonKind.Array when field.Value.Items.Count == 0:
                problems.Add(field.Value.Place, $"the variable '{field.Name}' has no values.");
                return null;
            case JsonKind.Array:
                return CheckItems(field) ? new SweepVariable(field.Name, field.Place, field.Value.Items, field.Name == Sweep.SeedVariable) : null;
            default:
                Parameters.Refuse(field.Value, problems, Expected);
                return null;
        }
    }

    private SweepVariable? ReadSeeds(JsonField field)
    {
        if (!Arguments.TryRead(field.Value, "a range of seeds", Sweep.SeedFields, [], problems, out Arguments range))
        {
            return null;
        }

        long from = range.GetOr(Sweep.From, seed);
        int count = range.Get(Sweep.Count);
        if (from > long.MaxValue - count)
        {
            problems.Add(range.PlaceOf(Sweep.From), "the range of seeds ends above the greatest whole number.");
            return null;
        }

        Place place = field.Value.Place;
        return new SweepVariable(field.Name, field.Place, [.. Enumerable.Range(0, count).Select(i => JsonValue.Number(from + i, place))], true);
    }

    // In a zip a value may come again: it is the pairs that differ.
    private bool CheckItems(JsonField field)
    {
        bool good = true, zipped = field.Place.Path.Contains($".{Sweep.Zip}", StringComparison.Ordinal);
        HashSet<string> seen = [];
        foreach (JsonValue item in field.Value.Items.Where(_ => !zipped))
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
