using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.ML.Data;

namespace Geometry.Experiments;

/// <summary>Turns a file's text into a <see cref="Pipeline"/>, and collects every problem on the way.</summary>
internal sealed partial class PipelineReader(string file, byte[] bytes)
{
    /// <summary>The key of the only cell of a pipeline without a sweep.</summary>
    public const string OnlyCell = "only";

    private static readonly Parameter<string> Name = new("name", "letters, digits, '.', '_' and '-'",
        "The name of the experiment, in the tables and as the folder of the results.", TryName);

    private static readonly Parameter<string> Description = Parameters.Text("description", "What the experiment shows.").Or("", "none");

    private static readonly Parameter<long> Seed = Parameters.Long("seed", "What everything random starts from.").Or(1, "1");

    private static readonly Parameter<TransformerScope> Scope = Parameters.Choice<TransformerScope>(
        "scope", "For which uses of the fitted chain the step is kept: ML.NET's TransformerScope.").Or(TransformerScope.Everything, "Everything; Testing for scores");

    private readonly ProblemList _problems = new(file);

    /// <summary>Gets the plain fields of a pipeline file, besides <c>data</c>, <c>sweep</c>, <c>quick</c> and <c>pipeline</c>.</summary>
    public static IReadOnlyList<Parameter> TopFields { get; } = [Name, Description, Seed];

    /// <summary>Reads the file.</summary>
    /// <exception cref="PipelineFileException">There is a problem.</exception>
    public Pipeline Read(long? seedOverride, bool quick)
    {
        JsonValue? root = JsonFileReader.Read(bytes, _problems);
        if (root is null || (root.Kind != JsonKind.Object && !Parameters.Refuse(root, _problems, "object")))
        {
            _problems.ThrowIfAny();
        }

        Arguments.TryRead(root!, "the pipeline file", TopFields, ["data", "sweep", "quick", "pipeline"], _problems, out Arguments top);
        JsonValue? data = Require(root!, "data", "where the rows come from"), steps = Require(root!, "pipeline", "the list of steps");
        long seed = seedOverride ?? top.Get(Seed);
        Sweep? sweep = Sweep.Read(SweepOf(root!, quick), seed, _problems);
        List<Cell> cells = [];
        if (sweep is not null && data is not null && steps is not null)
        {
            cells = ReadCells(sweep, seed, data, steps);
            CheckUse(sweep, data, steps);
        }

        _problems.ThrowIfAny();
        return new Pipeline(file, bytes, top.Get(Name), top.Get(Description), seed, quick && root!.Field("quick") is not null, sweep!, cells)
        {
            IsSeedGiven = seedOverride is not null,
        };
    }

    private JsonValue? Require(JsonValue root, string name, string meaning)
    {
        JsonValue? value = root.Field(name);
        if (value is null)
        {
            _problems.Add(root.Place, $"the pipeline file lacks the field '{name}': {meaning}.");
        }

        return value;
    }

    private List<Cell> ReadCells(Sweep sweep, long seed, JsonValue data, JsonValue steps)
    {
        List<Cell> cells = [];
        var columns = new ColumnCheck(Path.GetDirectoryName(Path.GetFullPath(file))!, seed, _problems);
        foreach (IReadOnlyDictionary<string, JsonValue> combination in sweep.Combinations())
        {
            var values = new Dictionary<string, JsonValue>(combination);
            values.TryAdd(Sweep.SeedVariable, JsonValue.Number(seed, default));
            var substitution = new Substitution(values, _problems);
            BoundSource? source = BindSource(substitution.Apply(data));
            List<BoundStep> bound = BindSteps(substitution.Apply(steps), out bool complete);
            long cellSeed = long.TryParse(values[Sweep.SeedVariable].Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value)
                ? value
                : seed;
            if (source is null)
            {
                continue;
            }

            columns.Check(source, bound, cellSeed);
            if (complete)
            {
                NetworkLabel? network = NamingStep(bound) is { } last
                    ? last.Definition.Network!(last.Arguments, cellSeed)
                    : null;
                string key = sweep.Variables.Count == 0 ? OnlyCell : KeyOf(sweep, combination, _ => true);
                cells.Add(new Cell(cells.Count, key, KeyOf(sweep, combination, v => IsSetting(v, combination, network)),
                    network?.Nonlinearity ?? "", network?.Seed ?? cellSeed, cellSeed, seed, source, bound));
            }
        }

        return cells;
    }

    // The last network that is trained; without one, the last step that has a nonlinearity all the same.
    private static BoundStep? NamingStep(IReadOnlyList<BoundStep> steps) =>
        steps.LastOrDefault(step => step.Definition.NetworkRows is not null) ?? steps.LastOrDefault(step => step.Definition.Network is not null);

    private BoundSource? BindSource(JsonValue json)
    {
        if (json.Kind != JsonKind.Object)
        {
            Parameters.Refuse(json, _problems, "object");
            return null;
        }

        if (FindByName(json, "source", "the data", "data source", DataSourceRegistry.All, d => d.Name) is not { } definition)
        {
            return null;
        }

        if (!Arguments.TryRead(json, $"the data source '{definition.Name}'", definition.Parameters, ["source"], _problems, out Arguments arguments))
        {
            return null;
        }

        int before = _problems.Additions;
        definition.Check(arguments, Path.GetDirectoryName(Path.GetFullPath(file))!, _problems);
        return _problems.Additions == before ? new BoundSource(definition, arguments) : null;
    }

    // Gives the steps before the first one with a problem; `complete` says whether these are all.
    private List<BoundStep> BindSteps(JsonValue json, out bool complete)
    {
        List<BoundStep> bound = [];
        complete = json.Kind == JsonKind.Array ? json.Items.Count > 0 : Parameters.Refuse(json, _problems, "list of steps");
        if (json.Kind == JsonKind.Array && json.Items.Count == 0)
        {
            _problems.Add(json.Place, "the pipeline has no steps.");
        }

        foreach (JsonValue item in json.Items)
        {
            BoundStep? step = BindStep(item);
            complete &= step is not null;
            if (complete)
            {
                bound.Add(step!);
            }
        }

        return bound;
    }

    private BoundStep? BindStep(JsonValue json)
    {
        if (json.Kind != JsonKind.Object)
        {
            Parameters.Refuse(json, _problems, "object");
            return null;
        }

        if (FindByName(json, "step", "the step", "step", StepRegistry.All, s => s.Name) is not { } definition)
        {
            return null;
        }

        Parameter[] fields = [Scope, .. definition.Parameters];
        return Arguments.TryRead(json, $"the step '{definition.Name}'", fields, ["step"], _problems, out Arguments arguments)
            ? new BoundStep(definition, arguments, arguments.GetOr(Scope, definition.DefaultScope))
            : null;
    }

    private T? FindByName<T>(JsonValue json, string field, string owner, string kind, IReadOnlyList<T> all, Func<T, string> nameOf)
        where T : class
    {
        if (json.Field(field) is not { } name)
        {
            _problems.Add(json.Place, $"{owner} lacks the field '{field}'. Known: {string.Join(", ", all.Select(nameOf))}.");
            return null;
        }

        if (!Parameters.TryText(name, _problems, out string text))
        {
            return null;
        }

        T? found = all.FirstOrDefault(item => nameOf(item) == text);
        if (found is null)
        {
            _problems.Add(name.Place, $"unknown {kind} '{text}'{Suggestion.For(text, all.Select(nameOf))}");
        }

        return found;
    }

    private static bool TryName(JsonValue json, ProblemList problems, out string value)
    {
        if (!Parameters.TryText(json, problems, out value))
        {
            return false;
        }

        bool good = NamePattern().IsMatch(value);
        if (!good)
        {
            problems.Add(json.Place, $"the name '{value}' becomes a folder: use letters, digits, '.', '_' and '-', beginning with a letter or digit.");
        }

        return good;
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$")]
    private static partial Regex NamePattern();
}
